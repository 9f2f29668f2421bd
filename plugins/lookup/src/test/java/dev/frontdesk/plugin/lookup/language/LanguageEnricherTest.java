package dev.frontdesk.plugin.lookup.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageEnricherTest implements EnricherContractTest {
    @Override
    public Enricher enricher() {
        return new LanguageEnricher(new LanguageEnricher.Settings());
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("text", Value.of("Where is my order? I have been waiting for a week."));
    }

    @Test
    void findsTheLanguageAndHowSureItIs() throws InterruptedException {
        assertThat(enricher().lookUp(Facts.of(clear()), Duration.ZERO))
                .isInstanceOfSatisfying(Enrichment.Found.class, found -> {
                    assertThat(found.values()).containsEntry("language", Value.of("en"));
                    assertThat(found.values().get("language_probability")).isEqualTo(Value.of(1));
                });
        assertThat(enricher().lookUp(Facts.of(Map.of("text", Value.of("ok 👍"))), Duration.ZERO))
                .isEqualTo(new Enrichment.NotFound());
    }
}
