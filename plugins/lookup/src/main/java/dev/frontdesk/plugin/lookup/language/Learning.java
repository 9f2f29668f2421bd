package dev.frontdesk.plugin.lookup.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Learns what is likely in a language from a text in it. */
final class Learning {
    /** A guess has to be possible: so many letters, of all kinds alike, are added to those counted. */
    private static final double UNSEEN = 2;

    private static final double ALPHABET = 60;

    /** How much of what is written are words of the text learned from. */
    private static final double KNOWN_WORDS = 0.5;

    /** Said by a letter that is not in the text, if it is none of those that are everywhere in names. */
    private static final double STRANGE = -5;

    private static final char MOST_COMMON = 'z';

    /** In chats many leave out accents. */
    private static final double PLAIN = 0.3;

    private final Map<String, Double> words = new HashMap<>();
    private final Map<Long, Double> counts = new HashMap<>();
    private double allWords;
    private double allLetters;

    private Learning() {}

    static LanguageModel of(List<String> languages, List<String> others) {
        var tags = new ArrayList<>(languages);
        tags.addAll(others);
        return model(tags, languages.size(), tags.stream().map(Learning::text).toList());
    }

    private static String text(String language) {
        try (var in = Learning.class.getResourceAsStream(language + ".txt")) {
            return new String(Objects.requireNonNull(in, language).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LanguageModel model(List<String> languages, int kept, List<String> texts) {
        var learned = texts.stream().map(Learning::from).toList();
        var words = new HashSet<String>();
        var keys = new HashSet<Long>();
        for (var one : learned) {
            words.addAll(one.words.keySet());
            keys.addAll(one.counts.keySet());
        }
        var wordTable = new HashMap<String, float[]>();
        words.forEach(word -> wordTable.put(word, row(learned, one -> one.word(word))));
        var letterTable = new HashMap<Long, float[]>();
        keys.forEach(key -> letterTable.put(key, row(learned, one -> one.logarithm(key))));
        for (var key : keys) {
            char letter = (char) (long) key;
            if (LanguageModel.kind(key) == LanguageModel.LETTER && letter > MOST_COMMON) {
                letterTable.put(
                        LanguageModel.strange(letter), row(learned, one -> count(one.counts, key) > 0 ? 0 : STRANGE));
            }
        }
        return new LanguageModel(
                List.copyOf(languages), kept, Map.copyOf(wordTable), new LetterTable(letterTable, learned.size()));
    }

    private static float[] row(List<Learning> learned, ToDoubleFunction<Learning> of) {
        var row = new float[learned.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) of.applyAsDouble(learned.get(i));
        }
        return row;
    }

    private static Learning from(String text) {
        var learning = new Learning();
        text.lines().forEach(line -> {
            learning.add(line, 1);
            var plain = plain(line);
            if (!plain.equals(line)) {
                learning.add(plain, PLAIN);
            }
        });
        return learning;
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean marked = Script.of(c) == Script.LATIN || c == 'ё';
            plain.append(
                    marked
                            ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                    .charAt(0)
                            : c);
        }
        return plain.toString()
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ø', 'o')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("æ", "ae");
    }

    private void add(String line, double weight) {
        for (var word : Writing.words(line)) {
            words.merge(word, weight, Double::sum);
            allWords += weight;
            char a = LanguageModel.EDGE;
            char b = LanguageModel.EDGE;
            for (int i = 0; i <= word.length(); i++) {
                char c = i < word.length() ? word.charAt(i) : LanguageModel.EDGE;
                counts.merge(LanguageModel.trigram(a, b, c), weight, Double::sum);
                counts.merge(LanguageModel.seen(a, b), weight, Double::sum);
                counts.merge(LanguageModel.bigram(b, c), weight, Double::sum);
                counts.merge(LanguageModel.seen(b), weight, Double::sum);
                counts.merge(LanguageModel.letter(c), weight, Double::sum);
                allLetters += weight;
                a = b;
                b = c;
            }
        }
    }

    private double word(String word) {
        return Math.log(KNOWN_WORDS * count(words, word) / allWords);
    }

    private double logarithm(long key) {
        char a = (char) (key >> 32);
        char b = (char) (key >> 16);
        char c = (char) key;
        return Math.log(
                switch (LanguageModel.kind(key)) {
                    case LanguageModel.TRIGRAM -> trigram(a, b, c);
                    case LanguageModel.BIGRAM -> bigram(b, c);
                    case LanguageModel.LETTER -> letter(c);
                    default -> UNSEEN / (count(counts, key) + UNSEEN);
                });
    }

    private double trigram(char a, char b, char c) {
        return (count(counts, LanguageModel.trigram(a, b, c)) + UNSEEN * bigram(b, c))
                / (count(counts, LanguageModel.seen(a, b)) + UNSEEN);
    }

    private double bigram(char b, char c) {
        return (count(counts, LanguageModel.bigram(b, c)) + UNSEEN * letter(c))
                / (count(counts, LanguageModel.seen(b)) + UNSEEN);
    }

    private double letter(char c) {
        return (count(counts, LanguageModel.letter(c)) + UNSEEN / ALPHABET) / (allLetters + UNSEEN);
    }

    private static <K> double count(Map<K, Double> counts, K key) {
        return counts.getOrDefault(key, 0.0);
    }
}
