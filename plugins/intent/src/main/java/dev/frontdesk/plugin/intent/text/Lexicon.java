package dev.frontdesk.plugin.intent.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everyday words and the concepts they belong to, English and Russian together: with few examples "snow" and "umbrella" would
 * else have nothing in common. A word may belong to several.
 */
final class Lexicon {
    private static final String FUNCTION_WORDS = "function-words";
    private static final int SHORTEST_STEM = 4;
    /** Between two words that are a concept together. */
    private static final char JOINT = '_';

    private final Map<String, List<String>> byWord = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();
    private final Map<String, List<String>> byPair = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> functionWords;

    private Lexicon(Map<String, List<String>> lines) {
        functionWords = Set.copyOf(lines.getOrDefault(FUNCTION_WORDS, List.of()));
        lines.entrySet().stream()
                .filter(line -> !line.getKey().equals(FUNCTION_WORDS))
                .sorted(Map.Entry.comparingByKey())
                .forEach(line -> line.getValue().forEach(word -> add(word, line.getKey())));
    }

    static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    private void add(String word, String concept) {
        int joint = word.indexOf(JOINT);
        if (joint > 0) {
            put(byPair, Stems.of(word.substring(0, joint)) + JOINT + Stems.of(word.substring(joint + 1)), concept);
            beginnings.add(Stems.of(word.substring(0, joint)));
            return;
        }
        put(byWord, word, concept);
        put(byStem, Stems.of(word), concept);
    }

    private static void put(Map<String, List<String>> map, String key, String concept) {
        var concepts = map.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (!concepts.contains(concept)) {
            concepts.add(concept);
        }
    }

    /** Of two neighbours that together mean something of their own: "get rid", "how much". */
    List<String> pairConcepts(String stem, String next) {
        return beginnings.contains(stem) ? byPair.getOrDefault(stem + JOINT + next, List.of()) : List.of();
    }

    List<String> concepts(String word, String stem) {
        var exact = byWord.get(word);
        if (exact != null) {
            return exact;
        }
        if (Character.isDigit(word.charAt(0))) {
            return List.of("number");
        }
        return word.length() >= SHORTEST_STEM ? byStem.getOrDefault(stem, List.of()) : List.of();
    }

    boolean knows(String word) {
        return byWord.containsKey(word) || functionWords.contains(word);
    }

    /** A word that says nothing alone: articles, pronouns, auxiliaries. */
    boolean isFunctionWord(String word) {
        return functionWords.contains(word);
    }

    private static final class Shipped {
        static final Lexicon LEXICON = new Lexicon(Lines.map("lexicon.txt"));
    }
}
