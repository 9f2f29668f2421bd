package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Setting;
import java.time.Duration;
import java.util.Map;

/** The keys of an {@code enrich} step. */
public record Enrich(
        @Setting(
                shorthand = true,
                doc = "What looks it up: the name of a block below enrichers, or of a type that needs none.")
        String from,

        @Setting(
                doc =
                        "Variable or contact.<field> → the name of what was found. Without it all of it is one variable with the name of the enricher.")
        Map<String, String> save,

        @Setting(value = "fill-empty", doc = "What happens to what is there already: it stays, or is overwritten.")
        Merge merge,

        @Setting(value = "2s", doc = "How long the look-up may hold the workflow; then the branch 'failed'.")
        Duration deadline,

        @Setting(value = "0", doc = "How long an answer is good for the same facts; 0 looks it up each time.")
        Duration keep) {

    /** What happens to what is there already. */
    public enum Merge {
        FILL_EMPTY,
        OVERWRITE
    }

    public Enrich {
        save = Map.copyOf(save);
        if (!deadline.isPositive() || keep.isNegative()) {
            throw new IllegalArgumentException("the deadline is not above 0, or keep is below 0");
        }
    }

    /** The one variable for everything, where nothing is said about where to save. */
    String variable() {
        return from.replace('-', '_').replace('.', '_');
    }
}
