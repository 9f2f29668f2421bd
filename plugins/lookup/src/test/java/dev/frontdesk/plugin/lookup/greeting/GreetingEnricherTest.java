package dev.frontdesk.plugin.lookup.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GreetingEnricherTest implements EnricherContractTest {
    @Override
    public Enricher enricher() {
        return new GreetingEnricher(new GreetingEnricher.Settings());
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.name", Value.of("Иванов Иван Петрович"));
    }

    @Test
    void findsTheNameToGreetByAndTheWholeOne() throws InterruptedException {
        assertThat(enricher().lookUp(Facts.of(clear()), Duration.ZERO))
                .isEqualTo(new Enrichment.Found(
                        Map.of("greeting_name", Value.of("Иван"), "full_name", Value.of("Иван Петрович Иванов"))));
        assertThat(enricher().lookUp(Facts.of(Map.of("contact.name", Value.of("ООО Ромашка"))), Duration.ZERO))
                .isEqualTo(new Enrichment.NotFound());
    }
}
