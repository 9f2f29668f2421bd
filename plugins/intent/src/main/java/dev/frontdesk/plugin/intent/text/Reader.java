package dev.frontdesk.plugin.intent.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a message as its words, stems, pairs of neighbours, letters, concepts, and how it is put. Stateless. */
public final class Reader {
    /** The longest text that is looked at: what comes later says no more about what it is about. */
    private static final int LONGEST = 2_000;

    private static final int SHORTEST_LETTERS = 2;
    private static final int LONGEST_LETTERS = 5;
    /** How many words that say something lie between two whose concepts make a pair, at most. */
    private static final int REACH = 3;

    private static final Lexicon LEXICON = Lexicon.shipped();

    private Reader() {}

    /** The words as they are counted, function words too. */
    public static List<String> words(String text) {
        return Words.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** The stems alone: two messages with the same gist differ in spelling, endings and signs only. */
    public static String gist(String text) {
        return words(text).stream()
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
                .map(Stems::of)
                .collect(Collectors.joining(" "));
    }

    /**
     * The gist without courtesies, slips of words that are there but once, and blanks; empty where less than two words are left.
     */
    public static String core(String text, WordList known) {
        var words = words(text);
        var stems = words.stream()
                .skip(Manner.isRequest(words) ? Manner.begin(words) + 2 : 0)
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)) && !Manner.isCourtesy(word))
                .map(word -> known.counts().getOrDefault(word, 0) > 1
                        ? word
                        : known.nearest(word, 2).orElse(word))
                .map(Stems::of)
                .toList();
        return stems.size() < 2 ? "" : String.join("", stems);
    }

    /** What is left of a word in lower case without its ending. */
    public static String stem(String word) {
        return Stems.of(word);
    }

    public static Bag read(String text) {
        return read(words(text));
    }

    /** With slips, foreign letters and foreign keyboards read as what they stand for. */
    public static Bag read(String text, WordList known) {
        return read(new Mending(known).words(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }

    /** Without the words that say nothing alone, where others are left. */
    public static Bag readTelling(String text, WordList known) {
        var words = new Mending(known).words(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var telling = words.stream()
                .filter(word -> !LEXICON.isFunctionWord(word) && !Manner.isCourtesy(word) && !word.equals("?"))
                .toList();
        return read(telling.isEmpty() ? words : telling);
    }

    private static Bag read(List<String> words) {
        var stems = words.stream().map(Stems::of).toList();
        var bag = new Bag();
        for (int i = 0; i < words.size(); i++) {
            bag.add(View.WORDS, words.get(i));
            bag.add(View.STEMS, stems.get(i));
            bag.addPair(View.PAIRS, i == 0 ? "^" : stems.get(i - 1), stems.get(i));
            letters(words.get(i), bag);
        }
        var meant = concepts(words, stems);
        concepts(words, stems, meant, bag);
        manner(words, stems, meant, bag);
        return bag.sorted();
    }

    /** Every run of two to five letters of a word with the blanks around it. */
    private static void letters(String word, Bag bag) {
        var padded = " " + word + " ";
        for (int n = SHORTEST_LETTERS; n <= LONGEST_LETTERS; n++) {
            if (padded.length() <= n) {
                bag.add(View.LETTERS, padded);
                return;
            }
            for (int i = 0; i + n <= padded.length(); i++) {
                bag.add(View.LETTERS, padded, i, i + n);
            }
        }
    }

    /** For each word its concepts. Two that mean something together have it at the first, and the second has none. */
    private static List<List<String>> concepts(List<String> words, List<String> stems) {
        var concepts = new ArrayList<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            var pair = i + 1 < words.size() ? LEXICON.pairConcepts(stems.get(i), stems.get(i + 1)) : List.<String>of();
            concepts.add(pair.isEmpty() ? LEXICON.concepts(words.get(i), stems.get(i)) : pair);
            if (!pair.isEmpty()) {
                concepts.add(List.of());
                i++;
            }
        }
        return concepts;
    }

    private static void concepts(List<String> words, List<String> stems, List<List<String>> meant, Bag bag) {
        var telling = new ArrayList<Meaning>();
        for (int i = 0; i < words.size(); i++) {
            var concepts = meant.get(i);
            concepts.forEach(concept -> bag.add(View.CONCEPTS, concept));
            if (!concepts.isEmpty()) {
                telling.add(new Meaning(concepts, true));
            } else if (!LEXICON.isFunctionWord(words.get(i))) {
                telling.add(new Meaning(List.of(stems.get(i)), false));
            }
        }
        for (int i = 0; i < telling.size(); i++) {
            for (int j = i + 1; j < Math.min(telling.size(), i + 1 + REACH); j++) {
                pairs(telling.get(i), telling.get(j), bag);
            }
        }
    }

    /** The manner with each thing it is said of. */
    private static void manner(List<String> words, List<String> stems, List<List<String>> meant, Bag bag) {
        int begin = Manner.begin(words);
        if (begin == words.size()) {
            return;
        }
        var manner = Manner.of(words, stems, begin);
        bag.add(View.MANNERS, manner);
        bag.add(View.MANNERS, Manner.length(words.size() - begin));
        bag.addPair(View.MANNERS, "^", words.get(begin));
        for (int i = begin; i < words.size(); i++) {
            var concepts = meant.get(i);
            concepts.forEach(concept -> bag.addPair(View.MANNERS, manner, concept));
            if (concepts.isEmpty() && !LEXICON.isFunctionWord(words.get(i))) {
                bag.addPair(View.MANNERS, manner, stems.get(i));
            }
        }
    }

    /** What a word stands for: its concepts, or itself. */
    private record Meaning(List<String> names, boolean isConcept) {}

    private static void pairs(Meaning one, Meaning other, Bag bag) {
        if (!one.isConcept() && !other.isConcept()) {
            return;
        }
        for (var a : one.names()) {
            for (var b : other.names()) {
                boolean ordered = a.compareTo(b) < 0;
                bag.addPair(View.CONCEPT_PAIRS, ordered ? a : b, ordered ? b : a);
            }
        }
    }
}
