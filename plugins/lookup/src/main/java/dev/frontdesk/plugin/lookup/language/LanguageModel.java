package dev.frontdesk.plugin.lookup.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How likely words and letters are in each of some languages, as logarithms. A letter is judged by the two before it, where these
 * were never seen by the one before it, and so on. Immutable.
 *
 * @param kept how many of the languages are answers; those behind them only take their texts away from these
 */
record LanguageModel(List<String> languages, int kept, Map<String, float[]> words, LetterTable letters) {
    /** No single word, be it a name or a slip, says more than this. */
    private static final float MOST_BY_ONE_WORD = 8;

    /** Letters of a word depend on each other, which the model does not know: it would be too sure. */
    private static final double TRUST = 0.5;

    /** Far more is written in them than in their neighbours. */
    private static final Set<String> COMMON = Set.of("en", "ru");

    private static final float MORE_COMMON = 2;

    private static final float NEVER = -14;
    static final char EDGE = '_';

    static final int TRIGRAM = 0;
    static final int SEEN_TWO = 1;
    static final int BIGRAM = 2;
    static final int SEEN_ONE = 3;
    static final int LETTER = 4;
    private static final int STRANGE = 5;

    int size() {
        return languages.size();
    }

    /** What is said for each language before a word is read. */
    float[] beforehand() {
        var scores = new float[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = COMMON.contains(languages.get(i)) ? MORE_COMMON : 0;
        }
        return scores;
    }

    boolean knowsLettersOf(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!letters.contains(letter(word.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Adds what a word says for each language. */
    void add(String word, float[] scores) {
        var said = spelled(word);
        var known = words.get(word);
        float best = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < said.length; i++) {
            said[i] = known == null ? said[i] : Math.max(said[i], known[i]);
            best = Math.max(best, said[i]);
        }
        for (int i = 0; i < said.length; i++) {
            scores[i] += Math.max(said[i] - best, -MOST_BY_ONE_WORD);
        }
        for (int i = 0; i < word.length(); i++) {
            letters.add(strange(word.charAt(i)), scores);
        }
    }

    private float[] spelled(String word) {
        var sum = new float[size()];
        char a = EDGE;
        char b = EDGE;
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : EDGE;
            follow(a, b, c, sum);
            a = b;
            b = c;
        }
        return sum;
    }

    private void follow(char a, char b, char c, float[] sum) {
        if (letters.add(trigram(a, b, c), sum)) {
            return;
        }
        letters.add(seen(a, b), sum);
        if (letters.add(bigram(b, c), sum)) {
            return;
        }
        letters.add(seen(b), sum);
        if (!letters.add(letter(c), sum)) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += NEVER;
            }
        }
    }

    /** Empty when it is a language that is no answer. */
    Optional<Detected> likeliest(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double all = 0;
        for (float score : scores) {
            all += Math.exp((score - scores[best]) * TRUST);
        }
        return best < kept ? Optional.of(new Detected(languages.get(best), 1 / all)) : Optional.empty();
    }

    static long trigram(char a, char b, char c) {
        return key(TRIGRAM, a, b, c);
    }

    /** How seldom two letters are followed by one they were never seen with. */
    static long seen(char a, char b) {
        return key(SEEN_TWO, '\0', a, b);
    }

    static long bigram(char b, char c) {
        return key(BIGRAM, '\0', b, c);
    }

    static long seen(char b) {
        return key(SEEN_ONE, '\0', '\0', b);
    }

    static long letter(char c) {
        return key(LETTER, '\0', '\0', c);
    }

    /** What it says against a language to see a letter that its alphabet does not have. */
    static long strange(char c) {
        return key(STRANGE, '\0', '\0', c);
    }

    static int kind(long key) {
        return (int) (key >> 48);
    }

    private static long key(int kind, char a, char b, char c) {
        return (long) kind << 48 | (long) a << 32 | (long) b << 16 | c;
    }
}
