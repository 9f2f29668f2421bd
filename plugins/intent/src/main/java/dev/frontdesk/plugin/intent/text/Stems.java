package dev.frontdesk.plugin.intent.text;

import java.util.List;

/**
 * What is left of a word without its ending. Light on purpose: it has to give inflected forms of one word one name, and need not
 * be a form that anybody writes.
 */
final class Stems {
    private static final int SHORTEST = 4;
    /** Longest first: the first that fits is cut. */
    private static final List<String> RUSSIAN = List.of(
            "иями", "ями", "ами", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ешь", "ете", "ить", "ать", "ять",
            "еть", "уть", "ишь", "ите", "йте", "ают", "яют", "уют", "ала", "ила", "ела", "али", "или", "ели", "ией",
            "иям", "ием", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ую", "юю", "ом", "ем", "ам",
            "ям", "ах", "ях", "ов", "ев", "ют", "ут", "ат", "ят", "ет", "ит", "ал", "ил", "ел", "ти", "ть", "ия", "ии",
            "ию", "ье", "ья", "а", "е", "и", "о", "у", "ы", "ь", "ю", "я", "й");

    private Stems() {}

    static String of(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return "0".repeat(Math.min(SHORTEST, word.length()));
        }
        if (word.length() < SHORTEST) {
            return word;
        }
        char last = word.charAt(word.length() - 1);
        return last >= 'а' && last <= 'я' ? russian(word) : english(word);
    }

    private static String russian(String word) {
        var stem = word.endsWith("ся") || word.endsWith("сь") ? cut(word, 2) : word;
        for (var ending : RUSSIAN) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                stem = cut(stem, ending.length());
                break;
            }
        }
        return stem.endsWith("нн") ? cut(stem, 1) : stem;
    }

    private static String english(String word) {
        var stem = noun(verb(plural(word)));
        if (stem.endsWith("e") && stem.length() > 4) {
            stem = cut(stem, 1);
        }
        if (stem.endsWith("at") && stem.length() > 6) {
            stem = cut(stem, 2);
        }
        return stem.endsWith("y") ? cut(stem, 1) + "i" : stem;
    }

    /** "cancellation" and "withdrawal" are what is done when somebody cancels or withdraws. */
    private static String noun(String word) {
        if (word.endsWith("ification") && word.length() > 10) {
            return cut(word, 6);
        }
        if (word.endsWith("ation") && word.length() > 7) {
            return cut(word, 5);
        }
        if (word.endsWith("ction") && word.length() > 7) {
            return cut(word, 3);
        }
        if (word.endsWith("ment") && word.length() > 7) {
            return cut(word, 4);
        }
        boolean deed = word.endsWith("wal") || word.endsWith("val") || word.endsWith("rral");
        return deed && word.length() > 6 ? single(cut(word, 2)) : word;
    }

    private static String plural(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return cut(word, 2);
        }
        boolean one = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
        return word.endsWith("s") && !one ? cut(word, 1) : word;
    }

    private static String verb(String word) {
        if (word.endsWith("ing") && word.length() > 5) {
            return single(cut(word, 3));
        }
        if (word.endsWith("ed") && word.length() > 4) {
            return single(cut(word, 2));
        }
        if (word.endsWith("ly") && word.length() > 5) {
            return cut(word, 2);
        }
        return word.endsWith("er") && word.length() > 6 ? single(cut(word, 2)) : word;
    }

    /** "stopp" is "stop", but "call" and "miss" stay. */
    private static String single(String stem) {
        int n = stem.length();
        boolean twice = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "lsz".indexOf(stem.charAt(n - 1)) < 0;
        return twice ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
