package dev.frontdesk.plugin.lookup.greeting;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** By which name to greet the contact, from the name of the profile. */
public final class GreetingEnricher implements Enricher {
    private static final String NAME = "contact.name";

    /** There is nothing to set. */
    public record Settings() {}

    @Inject
    public GreetingEnricher(Settings none) {}

    @Override
    public Set<String> reads() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> finds() {
        return Set.of("greeting_name", "full_name");
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        return PersonName.in(facts.text(NAME))
                .<Enrichment>map(name -> new Enrichment.Found(
                        Map.of("greeting_name", Value.of(name.first()), "full_name", Value.of(name.full()))))
                .orElseGet(Enrichment.NotFound::new);
    }
}
