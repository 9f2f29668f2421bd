package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import dev.frontdesk.plugin.intent.text.Edits;
import dev.frontdesk.plugin.intent.text.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a list in a text, by the stems of their words: "в Нижнем Новгороде" names "Нижний Новгород". A longer word may have a
 * slip of the pen, but not in its first letter. The value with most words wins, then the one with fewest slips, then the first.
 */
final class Choices {
    private static final int ONE_SLIP = 6;
    private static final int TWO_SLIPS = 10;

    private final List<Phrase> phrases = new ArrayList<>();

    Choices(Map<String, List<String>> values) {
        values.forEach((name, others) -> {
            add(name, name);
            others.forEach(other -> add(other, name));
        });
        phrases.sort(Comparator.comparingInt(phrase -> -phrase.words().size()));
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

    private record Match(Found<Value> found, int words, int slips) {}

    Optional<Found<Value>> first(String text) {
        var tokens = words(Token.of(text));
        var written = tokens.stream().map(Word::of).toList();
        return phrases.stream()
                .flatMap(phrase -> match(phrase, tokens, written).stream())
                .min(Comparator.<Match>comparingInt(match -> -match.words()).thenComparingInt(Match::slips))
                .map(Match::found);
    }

    private static Optional<Match> match(Phrase phrase, List<Token> tokens, List<Word> written) {
        int size = phrase.words().size();
        for (int i = 0; i + size <= written.size(); i++) {
            int slips = 0;
            for (int k = 0; k < size && slips <= 2; k++) {
                int more = phrase.words().get(k).slips(written.get(i + k));
                slips = more > 2 ? Integer.MAX_VALUE : slips + more;
            }
            if (slips <= 2) {
                var value = Value.of(phrase.name());
                return Optional.of(new Match(
                        new Found<>(
                                tokens.get(i).from(), tokens.get(i + size - 1).to(), value),
                        size,
                        slips));
            }
        }
        return Optional.empty();
    }
}
