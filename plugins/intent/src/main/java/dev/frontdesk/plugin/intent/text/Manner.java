package dev.frontdesk.plugin.intent.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a message is put: asked, requested, told or ordered, by its first word that counts, and how long it is. "Is my meeting at
 * noon" and "put my meeting at noon" have their words in common and not what they are about.
 */
final class Manner {
    private static final Map<String, List<String>> LINES = Lines.map("manners.txt");
    private static final Set<String> OPENERS = Set.copyOf(LINES.getOrDefault("opener", List.of()));
    private static final Set<String> QUESTIONS = Set.copyOf(LINES.getOrDefault("question", List.of()));
    private static final Set<String> AUXILIARIES = Set.copyOf(LINES.getOrDefault("auxiliary", List.of()));
    private static final Set<String> TOLD = Set.copyOf(LINES.getOrDefault("told", List.of()));

    private static final Set<String> COURTESIES = Set.copyOf(LINES.getOrDefault("courtesy", List.of()));

    private Manner() {}

    /** A word that makes a message friendlier, or a sentence, and says no more. */
    static boolean isCourtesy(String word) {
        return COURTESIES.contains(word);
    }

    /** The place of the first word that counts; the number of words where none does. */
    static int begin(List<String> words) {
        int begin = 0;
        while (begin < words.size() && OPENERS.contains(words.get(begin))) {
            begin++;
        }
        return begin;
    }

    static String of(List<String> words, List<String> stems, int begin) {
        var first = words.get(begin);
        boolean more = begin + 1 < words.size();
        if (QUESTIONS.contains(first)) {
            return first.equals("how") && more ? "how " + stems.get(begin + 1) : "asked";
        }
        if (AUXILIARIES.contains(first)) {
            return isRequest(words) ? "requested" : "asked whether";
        }
        return TOLD.contains(first) ? "told" : "ordered";
    }

    /** "Could you please" and the like: what follows is what is wanted. */
    static boolean isRequest(List<String> words) {
        int begin = begin(words);
        return begin + 1 < words.size()
                && AUXILIARIES.contains(words.get(begin))
                && words.get(begin + 1).equals("you");
    }

    static String length(int words) {
        if (words <= 2) {
            return "a word or two";
        }
        return words <= 4 ? "short" : words <= 8 ? "middling" : "long";
    }
}
