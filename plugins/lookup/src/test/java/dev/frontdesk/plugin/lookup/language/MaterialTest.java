package dev.frontdesk.plugin.lookup.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that others collected, in languages they said. */
class MaterialTest {

    @ParameterizedTest
    @CsvSource({
        "banking77/train.csv, en, 0.98, 0.005",
        "autofaq-nlu/hwu_large_train.csv, en, 0.92, 0.02",
        "autofaq-nlu/ru-chatbot-train.csv, ru, 0.88, 0.05"
    })
    void areToldRightlyOrNotAtAll(String file, String language, double right, double wrong) throws IOException {
        var path = Path.of(
                Optional.ofNullable(System.getenv("FRONTDESK_MATERIAL")).orElse("../../../shared/material"), file);
        Assumptions.assumeTrue(Files.exists(path), "no " + file + " at FRONTDESK_MATERIAL");
        int all = 0;
        int told = 0;
        int rightly = 0;
        for (var line : Files.readAllLines(path)) {
            var found = Detector.detect(message(line));
            all++;
            told += found.isPresent() ? 1 : 0;
            rightly += found.filter(one -> one.language().equals(language)).isPresent() ? 1 : 0;
        }
        System.out.printf("%s right=%.4f wrong=%.4f%n", file, (double) rightly / all, (double) (told - rightly) / all);
        assertThat(rightly).isGreaterThan((int) (all * right));
        assertThat(told - rightly).isLessThan((int) (all * wrong));
    }

    /** The column that is no label: labels have underscores and no spaces. */
    private static String message(String line) {
        int first = line.indexOf(',');
        int last = line.lastIndexOf(',');
        if (last < 0) {
            return line; // of a message of several
        }
        return line.substring(0, first).contains("_") ? line.substring(last + 1) : line.substring(0, last);
    }
}
