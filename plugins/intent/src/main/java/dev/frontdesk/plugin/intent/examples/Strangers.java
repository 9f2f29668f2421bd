package dev.frontdesk.plugin.intent.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Everyday messages that are about nothing a service is asked: to try a model with that knows none of its own out of scope. */
public final class Strangers {
    /** From this share of the letters on, examples are in that alphabet too. */
    private static final double SOME = 0.1;

    private static final List<String> ALL = read();

    private Strangers() {}

    /** Those in an alphabet of the examples: of another everybody knows that they are out of scope. */
    public static List<String> to(List<Example> examples) {
        double letters =
                Math.max(1, letters(examples, UnicodeScript.LATIN) + letters(examples, UnicodeScript.CYRILLIC));
        return ALL.stream()
                .filter(text -> letters(examples, script(text)) >= SOME * letters)
                .toList();
    }

    private static UnicodeScript script(String text) {
        return UnicodeScript.of(text.codePointAt(0));
    }

    private static long letters(List<Example> examples, UnicodeScript script) {
        return examples.stream()
                .mapToLong(example -> example.text()
                        .codePoints()
                        .filter(c -> UnicodeScript.of(c) == script)
                        .count())
                .sum();
    }

    private static List<String> read() {
        try (var in = Objects.requireNonNull(Strangers.class.getResourceAsStream("strangers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
