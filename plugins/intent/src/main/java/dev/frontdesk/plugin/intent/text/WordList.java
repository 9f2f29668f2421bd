package dev.frontdesk.plugin.intent.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words examples are made of, and which of them somebody may have meant. A slip is sought among words of the same first letter
 * and nearly the same length, in longer words only: "cook" is not a slipshod "book". Immutable.
 */
public final class WordList {
    private static final int ONE_SLIP = 5;
    private static final int TWO_SLIPS = 9;
    private static final Lexicon LEXICON = Lexicon.shipped();

    private final Map<String, Integer> counts;
    private final Set<String> stems = new HashSet<>();
    private final Map<Integer, List<Entry>> byShape = new HashMap<>();

    /** @param letters which letters there are, a bit each: words with few in common need not be compared */
    private record Entry(String word, int count, long letters) {}

    /** @param counts how often each word is there */
    public WordList(Map<String, Integer> counts) {
        this.counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        this.counts.forEach((word, count) -> {
            stems.add(Stems.of(word));
            if (isWord(word)) {
                byShape.computeIfAbsent(shape(word.charAt(0), word.length()), _ -> new ArrayList<>())
                        .add(new Entry(word, count, letters(word)));
            }
        });
    }

    public static WordList of(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> Reader.words(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
        return new WordList(counts);
    }

    /** In the order of the alphabet. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** In any form, in the examples or among everyday words. */
    boolean knows(String word) {
        return counts.containsKey(word) || LEXICON.knows(word) || word.length() > 2 && stems.contains(Stems.of(word));
    }

    /** The word that is the fewest slips away from one nobody knows; of several the most frequent. */
    Optional<String> meantBy(String word) {
        return knows(word) ? Optional.empty() : nearest(word, 1);
    }

    /** Likewise, among those that are there so often. */
    public Optional<String> nearest(String word, int often) {
        if (!isWord(word)) {
            return Optional.empty();
        }
        int most = word.length() < TWO_SLIPS ? 1 : 2;
        long letters = letters(word);
        Entry best = null;
        int fewest = most;
        for (int length = word.length() - most; length <= word.length() + most; length++) {
            for (var entry : byShape.getOrDefault(shape(word.charAt(0), length), List.of())) {
                if (entry.count() < often
                        || Math.max(length, word.length()) < ONE_SLIP
                        || Long.bitCount(entry.letters() ^ letters) > 2 * fewest) {
                    continue;
                }
                int slips = Edits.between(word, entry.word(), fewest);
                boolean better = slips < fewest || slips == fewest && (best == null || entry.count() > best.count());
                if (slips <= fewest && better) {
                    best = entry;
                    fewest = slips;
                }
            }
        }
        return Optional.ofNullable(best).map(Entry::word).filter(meant -> mayStandFor(meant, word));
    }

    /** In four letters only a forgotten one is a slip: "ordr", but not "road" for "read". */
    private static boolean mayStandFor(String meant, String word) {
        return word.length() >= ONE_SLIP || meant.length() > word.length();
    }

    private static boolean isWord(String word) {
        return word.length() >= ONE_SLIP - 1 && word.chars().allMatch(Character::isLetter);
    }

    private static int shape(char first, int length) {
        return first << 8 | Math.clamp(length, 0, 255);
    }

    private static long letters(String word) {
        long bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1L << (word.charAt(i) & 63);
        }
        return bits;
    }
}
