package dev.frontdesk.plugin.intent.evaluate;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An evaluation as a person reads it, and last as a machine does. Shares are in percent. */
public final class Report {
    private static final int MOST_CONFUSIONS = 20;
    private static final int BINS = 10;

    private final Evaluation evaluation;
    private final PrintWriter out;

    public Report(Evaluation evaluation, PrintWriter out) {
        this.evaluation = evaluation;
        this.out = out;
    }

    public void print() {
        threshold();
        perIntent();
        confusions();
        calibration();
        figures();
        out.flush();
    }

    private void threshold() {
        var chosen = evaluation.model().threshold();
        out.printf(
                Locale.ROOT,
                "Threshold %.2f, chosen on the training examples alone for %.0f %% of messages out of scope: there %.1f %% of those in"
                        + " scope were answered rightly%s.%n",
                chosen.probability(),
                100 * chosen.outOfScopeShare(),
                100 * chosen.inScopeAccuracy(),
                Double.isNaN(chosen.outOfScopeRecall())
                        ? "; there were none out of scope to try"
                        : String.format(
                                Locale.ROOT,
                                " and %.1f %% of those out of scope refused",
                                100 * chosen.outOfScopeRecall()));
        var with = evaluation.withThreshold();
        if (evaluation.knowsOutOfScope()) {
            var best = evaluation.withBestThreshold();
            out.printf(
                    Locale.ROOT,
                    "The best threshold for this test, which nobody knows before, gives mcc %.3f (in scope %.1f, out of scope %.1f).%n",
                    best.correlation(),
                    100 * best.inScopeAccuracy(),
                    100 * best.outOfScopeRecall());
        } else {
            out.printf(
                    Locale.ROOT,
                    "No message of the test is out of scope: the figures are of the likeliest intent. With the threshold %.1f %%"
                            + " were answered rightly.%n",
                    100 * with.inScopeAccuracy());
        }
    }

    private void perIntent() {
        out.printf("%n%-40s %8s %9s %7s %6s%n", "intent", "messages", "precision", "recall", "f1");
        var names =
                new TreeSet<>(evaluation.outcomes().stream().map(Outcome::truth).toList());
        for (var name : names) {
            var one = PerIntent.of(name, evaluation.outcomes());
            out.printf(
                    Locale.ROOT,
                    "%-40s %8d %9.1f %7.1f %6.1f%n",
                    one.intent(),
                    one.messages(),
                    100 * one.precision(),
                    100 * one.recall(),
                    100 * one.f1());
        }
    }

    private void confusions() {
        Map<String, Long> wrong = evaluation.outcomes().stream()
                .filter(one -> !one.right())
                .collect(Collectors.groupingBy(
                        one -> one.truth() + " taken for " + one.said(), TreeMap::new, Collectors.counting()));
        out.printf("%nMost frequent confusions:%n");
        wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CONFUSIONS)
                .forEach(one -> out.printf("%6d  %s%n", one.getValue(), one.getKey()));
    }

    private void calibration() {
        out.printf("%n%-12s %8s %8s%n", "probability", "messages", "right");
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS;
            double to = bin == BINS - 1 ? 1.01 : (bin + 1) / (double) BINS;
            var some = evaluation.outcomes().stream()
                    .filter(one ->
                            one.answer().probability() >= from && one.answer().probability() < to)
                    .toList();
            if (!some.isEmpty()) {
                out.printf(
                        Locale.ROOT, "%.1f–%-8.1f %8d %8.1f%n", from, from + 0.1, some.size(), 100 * likeliest(some));
            }
        }
        out.printf(
                Locale.ROOT,
                "On average a probability is %.3f away from how often it is right.%n%n",
                evaluation.metrics().calibrationError());
    }

    private static double likeliest(List<Outcome> some) {
        return (double) some.stream()
                        .filter(one -> one.truth().equals(one.answer().best()))
                        .count()
                / some.size();
    }

    private void figures() {
        var metrics = evaluation.metrics();
        out.printf(
                Locale.ROOT,
                "accuracy=%.2f%noos_recall=%.2f%nin_scope_accuracy=%.2f%nmcc=%.4f%nmacro_f1=%.2f%ntrain_s=%.2f%np50_us=%.1f%n"
                        + "model_bytes=%d%n",
                100 * metrics.accuracy(),
                100 * metrics.outOfScopeRecall(),
                100 * metrics.inScopeAccuracy(),
                metrics.correlation(),
                100 * metrics.macroF1(),
                evaluation.trainSeconds(),
                evaluation.medianMicros(),
                evaluation.modelBytes());
    }
}
