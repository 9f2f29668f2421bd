package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import dev.frontdesk.plugin.intent.text.Edits;
import dev.frontdesk.plugin.intent.text.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values of a list in a text, by the stems of their words: "в Нижнем Новгороде" names "Нижний Новгород". A longer word may have a
 * slip of the pen, but not in its first letter. The value with most words wins, then the one with fewest slips, then the first.
 */
final class Choices {
    private static final int ONE_SLIP = 6;
    private static final int TWO_SLIPS = 10;

    /** Two slips and an ending may make a word longer or shorter by so much. */
    private static final int MOST_DIFFERENCE = 4;

    private final List<Phrase> phrases = new ArrayList<>();

    /** Places of phrases by the stem their first word has, and by its first letter and length where it may have slips. */
    private final Map<String, List<Integer>> byStem = new HashMap<>();

    private final Map<Beginning, List<Integer>> byBeginning = new HashMap<>();

    private record Beginning(char first, int length) {}

    Choices(Map<String, List<String>> values) {
        values.forEach((name, others) -> {
            add(name, name);
            others.forEach(other -> add(other, name));
        });
        phrases.sort(Comparator.comparingInt(phrase -> -phrase.words().size()));
        for (int i = 0; i < phrases.size(); i++) {
            var first = phrases.get(i).words().getFirst();
            byStem.computeIfAbsent(first.stem(), _ -> new ArrayList<>()).add(i);
            if (first.word().length() >= ONE_SLIP) {
                var beginning =
                        new Beginning(first.word().charAt(0), first.word().length());
                byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    private record Phrase(List<Word> words, String name) {}

    private record Word(String word, String stem) {
        static Word of(Token token) {
            return new Word(token.word(), token.isNumber() ? token.word() : Reader.stem(token.word()));
        }

        /** The slips in what was written for this word; more than two is another word. */
        int slips(Word written) {
            if (stem.equals(written.stem)) {
                return 0;
            }
            if (word.charAt(0) != written.word.charAt(0)
                    || word.length() < ONE_SLIP
                    || written.word.length() < ONE_SLIP) {
                return Integer.MAX_VALUE;
            }
            int most = word.length() < TWO_SLIPS ? 1 : 2;
            int slips = Math.min(Edits.between(word, written.word, most), Edits.between(stem, written.stem, most));
            return slips > most ? Integer.MAX_VALUE : slips;
        }
    }

    private void add(String written, String name) {
        var words = words(Token.of(written)).stream().map(Word::of).toList();
        if (!words.isEmpty()) {
            phrases.add(new Phrase(words, name));
        }
    }

    /** Signs between words say nothing: "Санкт-Петербург" is "санкт петербург". */
    private static List<Token> words(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> Character.isLetterOrDigit(token.word().charAt(0)))
                .toList();
    }

    private record Match(Found<Value> found, int phrase, int words, int slips) {}

    Optional<Found<Value>> first(String text) {
        var tokens = words(Token.of(text));
        var written = tokens.stream().map(Word::of).toList();
        var matches = new HashMap<Integer, Match>();
        for (int i = 0; i < written.size(); i++) {
            for (int phrase : beginningLike(written.get(i))) {
                if (!matches.containsKey(phrase)) {
                    match(phrase, i, tokens, written).ifPresent(found -> matches.put(found.phrase(), found));
                }
            }
        }
        return matches.values().stream()
                .min(Comparator.<Match>comparingInt(match -> -match.words())
                        .thenComparingInt(Match::slips)
                        .thenComparingInt(Match::phrase))
                .map(Match::found);
    }

    /** A long list is not gone through for each word: only phrases that may begin with it. */
    private Set<Integer> beginningLike(Word word) {
        var places = new TreeSet<>(byStem.getOrDefault(word.stem(), List.of()));
        if (word.word().length() >= ONE_SLIP) {
            for (int length = word.word().length() - MOST_DIFFERENCE;
                    length <= word.word().length() + MOST_DIFFERENCE;
                    length++) {
                places.addAll(byBeginning.getOrDefault(new Beginning(word.word().charAt(0), length), List.of()));
            }
        }
        return places;
    }

    private Optional<Match> match(int place, int at, List<Token> tokens, List<Word> written) {
        var phrase = phrases.get(place);
        int size = phrase.words().size();
        if (at + size > written.size()) {
            return Optional.empty();
        }
        int slips = 0;
        for (int k = 0; k < size; k++) {
            int more = phrase.words().get(k).slips(written.get(at + k));
            if (more > 2 || slips + more > 2) {
                return Optional.empty();
            }
            slips += more;
        }
        var found = new Found<>(tokens.get(at).from(), tokens.get(at + size - 1).to(), Value.of(phrase.name()));
        return Optional.of(new Match(found, place, size, slips));
    }
}
