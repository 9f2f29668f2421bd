package dev.frontdesk.plugin.intent.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import dev.frontdesk.plugin.intent.examples.Example;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final List<Example> TEST = List.of(
            Example.of("where is my order now", "order-status"),
            Example.of("how do i get a refund", "refund"),
            Example.of("quartz bumblebee", "oos"));

    @Test
    void theReportEndsWithTheFigures() {
        var text = new StringWriter();
        new Report(Evaluation.of(Shop.examples(), TEST), new PrintWriter(text)).print();
        assertThat(text.toString().lines().toList())
                .endsWith(text.toString()
                        .lines()
                        .filter(line -> line.matches("\\w+=.*"))
                        .toArray(String[]::new))
                .filteredOn(line -> line.matches("\\w+=.*"))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactly(
                        "accuracy",
                        "oos_recall",
                        "in_scope_accuracy",
                        "mcc",
                        "macro_f1",
                        "train_s",
                        "p50_us",
                        "model_bytes");
    }

    @Test
    void withoutMessagesOutOfScopeTheLikeliestIntentCounts() {
        var evaluation = Evaluation.of(Shop.examples(), TEST.subList(0, 2));
        assertThat(evaluation.knowsOutOfScope()).isFalse();
        assertThat(evaluation.metrics().accuracy()).isEqualTo(1);
    }

    @Test
    void foldsAreTheSameInEveryRun() {
        var folds = Evaluation.crossValidated(Shop.examples());
        assertThat(Evaluation.crossValidated(Shop.examples())).isEqualTo(folds);
        assertThat(folds.likeliest().messages()).isEqualTo(Shop.examples().size());
    }
}
