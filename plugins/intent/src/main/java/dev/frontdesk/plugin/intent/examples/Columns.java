package dev.frontdesk.plugin.intent.examples;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Which column is the message and which the intent: by the names in the first row, else by what stands in them. */
record Columns(int text, int intent, boolean named) {
    static final Set<String> TEXT =
            Set.of("text", "sentence", "phrase", "utterance", "message", "query", "example", "question");
    static final Set<String> INTENT = Set.of("intent", "label", "category", "class", "intent_name");

    static Columns of(List<List<String>> rows) {
        var first = rows.getFirst().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        int text = place(first, TEXT);
        int intent = place(first, INTENT);
        return text >= 0 && intent >= 0 ? new Columns(text, intent, true) : guessed(rows);
    }

    private static int place(List<String> names, Set<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(i -> wanted.contains(names.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** The longest texts are the messages; of the other columns the intent is the one with more than one value, but few. */
    private static Columns guessed(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).min().orElse(0);
        if (width < 2) {
            throw new IllegalArgumentException("has no two columns: a message and its intent");
        }
        int text = IntStream.range(0, width)
                .reduce((a, b) -> letters(rows, b) > letters(rows, a) ? b : a)
                .orElse(0);
        int intent = IntStream.range(0, width)
                .filter(i -> i != text)
                .reduce((a, b) -> different(rows, a) > 1 ? a : b)
                .orElse(0);
        return new Columns(text, intent, false);
    }

    private static long letters(List<List<String>> rows, int column) {
        return different(rows, column) < 2
                ? 0
                : rows.stream().mapToLong(row -> row.get(column).length()).sum();
    }

    private static int different(List<List<String>> rows, int column) {
        var values = new HashSet<String>();
        rows.forEach(row -> values.add(row.get(column)));
        return values.size();
    }
}
