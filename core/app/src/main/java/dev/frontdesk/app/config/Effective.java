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

    /** Lines of a table: keys, values and origins in columns. */
    public static List<String> table(List<Effective> settings) {
        int keys = width(settings, Effective::key);
        int values = Math.min(60, width(settings, Effective::value));
        return settings.stream()
                .map(setting ->
                        ("%-" + keys + "s  %-" + values + "s  %s").formatted(setting.key, setting.value, setting.from))
                .toList();
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
