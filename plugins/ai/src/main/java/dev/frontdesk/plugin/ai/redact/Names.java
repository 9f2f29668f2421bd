package dev.frontdesk.plugin.ai.redact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of a name, where they stand as words, in any case. */
final class Names implements Finder {
    private static final int SHORTEST = 3;

    private final List<String> words;

    Names(String name) {
        words = Arrays.stream(name.split("[\\s,.;]+"))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public Optional<Found> next(String text, int from) {
        for (int start = from; start < text.length(); start++) {
            if (!Character.isLetter(text.charAt(start)) || start > 0 && Character.isLetter(text.charAt(start - 1))) {
                continue;
            }
            for (var word : words) {
                int end = start + word.length();
                if (text.regionMatches(true, start, word, 0, word.length())
                        && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                    return Optional.of(new Found(start, end, "name"));
                }
            }
        }
        return Optional.empty();
    }
}
