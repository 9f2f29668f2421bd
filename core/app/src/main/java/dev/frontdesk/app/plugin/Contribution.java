package dev.frontdesk.app.plugin;

import java.util.Locale;

/**
 * One thing a plugin brings.
 *
 * @param settings a record without components for what has no settings
 */
public record Contribution(Kind kind, String plugin, String name, Class<? extends Record> settings, Class<?> type) {

    public enum Kind {
        CHANNEL,
        STEP,
        ACTION,
        STRATEGY,
        ROUTER,
        CLASSIFIER,
        ENRICHER,
        LISTENER,
        ENDPOINT,
        SERVICE
    }

    /** Stands where there are no settings. */
    public record None() {}

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
