package dev.frontdesk.plugin.lookup.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    /** Of the sentences, which it did not learn from; the README has the figures for each language. */
    private static final double RIGHT = 0.87;

    private static final double WRONG = 0.03;

    /** Right, wrong and not told. */
    private static final class Count {
        int right;
        int wrong;
        int all;

        void add(String expected, String text) {
            all++;
            Detector.detect(text).ifPresent(found -> {
                if (found.language().equals(expected)) {
                    right++;
                } else {
                    wrong++;
                }
            });
        }
    }

    private static List<String> lines(String file) {
        try (var in = DetectorTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsLanguagesOfSentencesItNeverSaw() {
        var all = new Count();
        var each = new TreeMap<String, Count>();
        for (var line : lines("sentences.tsv")) {
            var parts = line.split("\t");
            all.add(parts[0], parts[1]);
            each.computeIfAbsent(parts[0], _ -> new Count()).add(parts[0], parts[1]);
        }
        each.forEach((language, count) ->
                System.out.printf("%s %d of %d, %d wrong%n", language, count.right, count.all, count.wrong));
        System.out.printf("all %d of %d, %d wrong%n", all.right, all.all, all.wrong);
        assertThat(all.right).isGreaterThanOrEqualTo((int) (all.all * RIGHT));
        assertThat(all.wrong).isLessThanOrEqualTo((int) (all.all * WRONG));
        assertThat(each.values()).allSatisfy(count -> assertThat(count.right).isGreaterThanOrEqualTo(count.all / 2));
    }

    static List<String> unsure() {
        return lines("unsure.txt");
    }

    @ParameterizedTest
    @MethodSource("unsure")
    @ValueSource(strings = {"", " ", "\ud83d", "\u0301\u0301"})
    void saysNothingWhereNothingCanBeSaid(String text) {
        assertThat(Detector.detect(text)).isEmpty();
    }

    @Test
    void looksAtTheContactsWordsAndNotAtNamesOfThings() {
        assertThat(Detector.detect("купил Apple Watch Series Ultra, не включаются"))
                .map(Detected::language)
                .contains("ru");
        assertThat(Detector.detect("iPhoneの画面が割れました")).map(Detected::language).contains("ja");
        assertThat(Detector.detect("¿Dónde está? mail@example.com https://example.com/the/order/is/here"))
                .map(Detected::language)
                .contains("es");
    }

    @Test
    void readsChatsWithoutAccents() {
        assertThat(Detector.detect("gdzie jest moja przesylka, chce zwrocic pieniadze"))
                .map(Detected::language)
                .contains("pl");
        assertThat(Detector.detect("cand ajunge comanda, va rog sa imi spuneti"))
                .map(Detected::language)
                .contains("ro");
    }

    @Test
    void standsAnEndlessText() {
        assertThat(Detector.detect("where is my order ".repeat(100_000))).isPresent();
        assertThat(Detector.detect("я".repeat(1_000_000))).isEmpty();
    }
}
