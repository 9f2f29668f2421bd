package dev.frontdesk.plugin.lookup.language;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The language of the text that the contact wrote. */
public final class LanguageEnricher implements Enricher {
    private static final String TEXT = "text";
    private static final int PLACES = 2;

    /** There is nothing to set. */
    public record Settings() {}

    @Inject
    public LanguageEnricher(Settings none) {}

    @Override
    public Set<String> reads() {
        return Set.of(TEXT);
    }

    @Override
    public Set<String> finds() {
        return Set.of("language", "language_probability");
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        return Detector.detect(facts.text(TEXT))
                .<Enrichment>map(LanguageEnricher::found)
                .orElseGet(Enrichment.NotFound::new);
    }

    private static Enrichment.Found found(Detected in) {
        var probability = BigDecimal.valueOf(in.probability()).setScale(PLACES, RoundingMode.HALF_UP);
        return new Enrichment.Found(
                Map.of("language", Value.of(in.language()), "language_probability", new Value.Num(probability)));
    }
}
