package dev.frontdesk.plugin.intent.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads examples from a file: CSV or TSV with or without a line of names, JSON Lines, JSON. Messages of no intent are labelled
 * {@code oos}, {@code out_of_scope}, {@code NO_NODES_DETECTED} or nothing.
 */
public final class ExampleFile {

    /** A JSON file may hold several parts by name, as {@code train}, {@code val}, {@code oos_test}. */
    public enum Part {
        TRAIN,
        TEST
    }

    private ExampleFile() {}

    /** Throws {@link IllegalArgumentException} with what is wrong with the file, {@link IOException} when it cannot be read. */
    public static List<Example> read(Path file, Part part) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        var examples = parsed(file, text.startsWith("\uFEFF") ? text.substring(1) : text, part).stream()
                .filter(example -> !example.text().isBlank())
                .toList();
        if (examples.isEmpty()) {
            throw new IllegalArgumentException(file + " has no examples in it");
        }
        return examples;
    }

    private static List<Example> parsed(Path file, String text, Part part) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "csv" -> table(text, ',');
                case "tsv" -> table(text, '\t');
                case "jsonl", "ndjson" -> JsonExamples.lines(text);
                case "json" -> JsonExamples.of(text, part);
                default ->
                    throw new IllegalArgumentException(
                            "is no .csv, .tsv, .jsonl or .json: give it one of these endings");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " " + e.getMessage(), e);
        }
    }

    private static List<Example> table(String text, char separator) {
        var rows = Csv.rows(text, separator);
        if (rows.isEmpty()) {
            return List.of();
        }
        var columns = Columns.of(rows);
        int needed = Math.max(columns.text(), columns.intent()) + 1;
        return rows.stream()
                .skip(columns.named() ? 1 : 0)
                .filter(row -> row.size() >= needed)
                .map(row -> Example.of(row.get(columns.text()), row.get(columns.intent())))
                .toList();
    }
}
