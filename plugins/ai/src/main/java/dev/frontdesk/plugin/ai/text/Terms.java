package dev.frontdesk.plugin.ai.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as they are looked for: without case, without the endings that English and Russian put on them. Words that stand
 * in every sentence are left out.
 */
public final class Terms {
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_TEXT = 20_000;

    /** Longest first; one is cut, then a vowel or a soft sign that is left at the end. */
    private static final List<String> RUSSIAN = List.of(
            "иями", "остью", "аться", "яться", "ться", "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ешь",
            "ете", "ите", "ают", "яют", "уют", "ией", "иях", "иям", "ость", "ать", "ять", "ить", "еть", "али", "или",
            "ила", "ала", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ом", "ем", "ам",
            "ям", "ах", "ях", "ов", "ев", "ют", "ут", "ат", "ят", "ет", "ит", "ал", "ил", "ел", "ия", "ии", "ию", "ти");

    private static final List<String> ENGLISH =
            List.of("ments", "ment", "ings", "ing", "ies", "ied", "es", "ed", "er", "ly", "s");

    private static final Set<String> COMMON = Set.of(
            ("the a an and or of to in on at for is are was be been do does did it its this that with as by from you your"
                            + " we our i me my he she they can could will would have has had not no if so what how when where"
                            + " и в во не на с со что как по из у о об к ко за для это этот эта то та те мы вы я он она они"
                            + " ваш ваша наш мой моя меня мне нам вам бы же ли а но или если когда где")
                    .split(" "));

    private Terms() {}

    /** In order, with repetitions. */
    public static List<String> of(String text) {
        return words(text).stream()
                .filter(word -> !COMMON.contains(word))
                .map(Terms::stem)
                .toList();
    }

    /** As they are written, but in lower case; the common ones, too. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST_TEXT); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                close(word, words);
            }
        }
        close(word, words);
        return words;
    }

    private static void close(StringBuilder letters, List<String> words) {
        if (!letters.isEmpty()) {
            words.add(letters.toString().toLowerCase(Locale.ROOT).replace('ё', 'е'));
            letters.setLength(0);
        }
    }

    /** A word without its ending. */
    private static String stem(String word) {
        char last = word.charAt(word.length() - 1);
        if (last >= 'а' && last <= 'я') {
            return without(without(word, RUSSIAN), List.of("а", "е", "и", "о", "у", "ы", "ь", "ю", "я", "й"));
        }
        return last >= 'a' && last <= 'z' ? without(without(word, ENGLISH), List.of("e", "y", "i")) : word;
    }

    private static String without(String word, List<String> endings) {
        for (var ending : endings) {
            if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
