package dev.frontdesk.plugin.intent.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was meant where what was written says little: another alphabet, another keyboard, slips. Only words that the examples
 * or everyday words do not have are touched, and a whole message is taken for typed otherwise only when that makes most of it
 * known. A message of known words costs one look at each.
 */
final class Mending {
    /** A message known this far is left as it is, but for slips. */
    private static final double ENOUGH = 0.6;
    /** How far it has to be known when read otherwise. */
    private static final double LEAST = 0.5;

    private static final double LEAST_GAIN = 0.3;
    /** Fewer letters are some word on any keyboard. */
    private static final int FEWEST_LETTERS = 4;
    /** A longer message is taken as it is written: reading it otherwise costs a search for each of its words. */
    private static final int MOST_WORDS = 60;
    /** So many signs at the end of a word may be letters on another keyboard. */
    private static final int MOST_ENDS = 3;
    /** Slips are sought in so many words of a message. */
    private static final int MOST_SLIPS = 8;
    /** What ends a message on one keyboard is a letter on the other. */
    private static final String ENDS = ".,?!;:";

    private final WordList known;

    Mending(WordList known) {
        this.known = known;
    }

    List<String> words(String text) {
        var words = Words.of(text);
        if (words.size() <= MOST_WORDS && share(words) < ENOUGH) {
            words = typedOtherwise(text, words).orElse(words);
        }
        return slipsMended(words);
    }

    private Optional<List<String>> typedOtherwise(String text, List<String> asWritten) {
        double before = share(asWritten);
        List<String> best = null;
        double most = Math.max(LEAST, before + LEAST_GAIN);
        for (var typing : Typing.values()) {
            var words = read(text, typing);
            double share = share(words);
            if (share >= most && letters(words) >= FEWEST_LETTERS) {
                best = words;
                most = share + 1e-9;
            }
        }
        return Optional.ofNullable(best);
    }

    private List<String> read(String text, Typing typing) {
        var words = new ArrayList<String>();
        for (var part : Words.folded(text).split("\\s+", -1)) {
            var written = Words.of(part);
            boolean keep = written.stream().allMatch(word -> isNoWord(word) || word.length() > 2 && known.knows(word));
            words.addAll(keep ? written : meant(part, typing));
        }
        return words;
    }

    /** With as many of the signs at its end as make it known; else without any. */
    private List<String> meant(String part, Typing typing) {
        int end = part.length();
        while (end > 1 && ENDS.indexOf(part.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int to = Math.min(part.length(), end + MOST_ENDS); to > end; to--) {
            var whole = Words.of(typing.meant(part.substring(0, to)));
            if (share(whole) == 1) {
                return whole;
            }
        }
        return Words.of(typing.meant(part.substring(0, end)));
    }

    private List<String> slipsMended(List<String> words) {
        int tried = 0;
        List<String> mended = words;
        for (int i = 0; i < words.size() && tried < MOST_SLIPS; i++) {
            if (isNoWord(words.get(i)) || known.knows(words.get(i))) {
                continue;
            }
            tried++;
            var meant = known.meantBy(words.get(i));
            if (meant.isPresent()) {
                mended = mended == words ? new ArrayList<>(words) : mended;
                mended.set(i, meant.get());
            }
        }
        return mended;
    }

    /** The letters in known words, of those in all; 1 where there are none. */
    private double share(List<String> words) {
        double all = 0;
        double found = 0;
        for (var word : words) {
            if (!isNoWord(word)) {
                all += word.length();
                found += known.knows(word) || known.meantBy(word).isPresent() ? word.length() : 0;
            }
        }
        return all == 0 ? 1 : found / all;
    }

    private int letters(List<String> words) {
        return words.stream()
                .filter(word -> !isNoWord(word) && known.knows(word))
                .mapToInt(String::length)
                .sum();
    }

    private static boolean isNoWord(String word) {
        return !Character.isLetter(word.codePointAt(0));
    }
}
