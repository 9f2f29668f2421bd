package dev.frontdesk.app.config;

import java.util.Comparator;
import java.util.List;

/**
 * A setting in force.
 *
 * @param value as it would be written; masked when it is a secret
 * @param from file and line, or {@code default}
 */
public record Effective(String key, String value, String from) {
    private static final int WIDEST = 44;

    /** Lines of a table: keys, values and origins in columns. */
    public static List<String> table(List<Effective> settings) {
        int keys = width(settings, Effective::key);
        int values = Math.min(WIDEST, width(settings, Effective::shown));
        return settings.stream()
                .map(setting -> ("%-" + keys + "s  %-" + values + "s  %s")
                        .formatted(setting.key, setting.shown(), setting.from))
                .toList();
    }

    private String shown() {
        return value.isEmpty() ? "-" : value;
    }

    private static int width(List<Effective> settings, java.util.function.Function<Effective, String> column) {
        return Math.max(
                1,
                settings.stream()
                        .map(column)
                        .map(String::length)
                        .max(Comparator.naturalOrder())
                        .orElse(1));
    }
}
