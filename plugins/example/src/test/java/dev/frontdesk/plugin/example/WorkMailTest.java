package dev.frontdesk.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkMailTest implements EnricherContractTest {

    @Override
    public Enricher enricher() {
        return new WorkMail(new WorkMail.Settings(Set.of("gmail.com")));
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.email", Value.of("ann@Acme.example"));
    }

    @Test
    void findsTheCompanyAndNoneForAPersonalAddress() throws InterruptedException {
        assertThat(enricher().lookUp(Facts.of(clear()), Duration.ZERO))
                .isEqualTo(new Enrichment.Found(Map.of("company", Value.of("acme.example"))));
        var personal = Facts.of(Map.of("contact.email", Value.of("ann@gmail.com")));
        assertThat(enricher().lookUp(personal, Duration.ZERO)).isEqualTo(new Enrichment.NotFound());
    }
}
