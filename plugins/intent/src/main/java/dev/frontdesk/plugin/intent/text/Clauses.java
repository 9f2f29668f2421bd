package dev.frontdesk.plugin.intent.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sentences of a message, and the clauses they may be cut into: at commas and at words that join. */
public final class Clauses {
    private static final Set<String> JOINTS = Set.of(
            "and", "also", "plus", "then", "but", "besides", "и", "а", "но", "также", "еще", "ещё", "потом", "плюс");
    /** A message of more is looked at as far as this. */
    private static final int MOST_SENTENCES = 8;

    private static final int MOST_CLAUSES = 6;
    private static final int LONGEST = 2_000;

    private Clauses() {}

    /** For each sentence its clauses, in order and without the words that join them; a sentence that is in one piece has one. */
    public static List<List<String>> of(String text) {
        var sentences = new ArrayList<List<String>>();
        for (var sentence : sentences(text.length() > LONGEST ? text.substring(0, LONGEST) : text)) {
            var clauses = clauses(sentence);
            if (!clauses.isEmpty() && sentences.size() < MOST_SENTENCES) {
                sentences.add(clauses);
            }
        }
        return sentences;
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (text.charAt(i) == '\n' || ".!?;…".indexOf(text.charAt(i)) >= 0 && last) {
                sentences.add(text.substring(begin, i + 1));
                begin = i + 1;
            }
        }
        sentences.add(text.substring(begin));
        return sentences;
    }

    private static List<String> clauses(String sentence) {
        var clauses = new ArrayList<String>();
        var clause = new StringBuilder();
        for (var word : sentence.strip().split("\\s+", -1)) {
            boolean joins = JOINTS.contains(word.toLowerCase(Locale.ROOT)) && clauses.size() + 1 < MOST_CLAUSES;
            boolean ends = word.endsWith(",") && clauses.size() + 1 < MOST_CLAUSES;
            if (!joins) {
                clause.append(clause.isEmpty() ? "" : " ").append(ends ? word.substring(0, word.length() - 1) : word);
            }
            if ((joins || ends) && !clause.isEmpty()) {
                clauses.add(clause.toString());
                clause.setLength(0);
            }
        }
        if (clause.chars().anyMatch(Character::isLetterOrDigit)) {
            clauses.add(clause.toString());
        }
        return clauses;
    }
}
