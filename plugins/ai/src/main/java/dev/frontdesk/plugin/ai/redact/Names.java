package dev.frontdesk.plugin.ai.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of a name, where they stand as words. In any case, but for words of two letters, which many languages have: "Ng" is
 * hidden and "ng" is not.
 */
final class Names implements Finder {
    private static final int SHORTEST = 2;

    private final List<String> words;

    Names(String name) {
        words = words(name);
    }

    /** The longest first, so that no piece of a longer one stays. */
    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Letters.isPart(name.charAt(i))) {
                if (i - start >= SHORTEST) {
                    words.add(name.substring(start, i));
                }
                start = i + 1;
            }
        }
        words.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(words);
    }

    @Override
    public Optional<Found> next(String text, int from) {
        for (int start = from; start < text.length(); start++) {
            for (var word : words) {
                if (isAt(text, start, word)) {
                    return Optional.of(new Found(start, start + word.length(), "name"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(String text, int start, String word) {
        if (Letters.isUnspaced(word.charAt(0))) {
            return text.startsWith(word, start);
        }
        int end = start + word.length();
        boolean written = word.length() > SHORTEST
                ? text.regionMatches(true, start, word, 0, word.length())
                : text.startsWith(word, start) || text.startsWith(word.toUpperCase(Locale.ROOT), start);
        return written
                && (start == 0 || !Letters.isPart(text.charAt(start - 1)))
                && (end == text.length() || !Letters.isPart(text.charAt(end)));
    }
}
