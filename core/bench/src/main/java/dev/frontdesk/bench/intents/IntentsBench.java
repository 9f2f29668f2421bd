package dev.frontdesk.bench.intents;

import dev.frontdesk.plugin.intent.evaluate.Evaluation;
import dev.frontdesk.plugin.intent.evaluate.Metrics;
import dev.frontdesk.plugin.intent.evaluate.Mixture;
import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.examples.ExampleFile;
import dev.frontdesk.plugin.intent.examples.ExampleFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Five folds of every training file and, where they are there, the official tests: ours, the plain baseline, the published. */
@Command(
        name = "intents",
        description = "intent capture on the folder of material, beside the plain baseline and published figures")
public final class IntentsBench implements Callable<Integer> {
    /** Between two fifths and seven tenths of what the three live bots were sent was out of scope. */
    private static final double OUT_OF_SCOPE = 0.55;

    private static final int ROUNDS = 3;

    @Option(names = "--material", required = true, description = "the folder")
    @SuppressWarnings("NullAway.Init")
    private Path material;

    @Option(names = "--only", defaultValue = "", description = "only sets with this in their name")
    private String only = "";

    private int asked;
    private int beaten;

    @Override
    public Integer call() throws IOException {
        System.out.printf(
                "%-20s %-16s %8s %8s %8s %6s %8s %8s %7s %11s%n",
                "set",
                "measured on",
                "accuracy",
                "in scope",
                "oos",
                "mcc",
                "macro f1",
                "train s",
                "p50 us",
                "model bytes");
        for (var one : Material.ALL) {
            var train = material.resolve(one.train());
            if (one.name().contains(only) && Files.isRegularFile(train)) {
                measure(one, ExampleFile.read(train, Part.TRAIN));
            }
        }
        System.out.printf("training_files=%d%nbaseline_beaten_on=%d%n", asked, beaten);
        return asked > 0 ? 0 : 2;
    }

    private void measure(Material one, List<Example> train) throws IOException {
        var folds = Evaluation.crossValidated(train);
        row(one.name(), "5 folds", folds.all(), "");
        if (folds.likeliest().messages() < folds.all().messages()) {
            row("", "5 folds, in", folds.likeliest(), "");
        }
        // The baseline refuses nothing: compared is what both do, the likeliest intent of messages in scope.
        row("", "5 folds, plain", folds.plain(), "");
        if (one.isLive()) {
            row(
                    "",
                    "mixture, 3 seeds",
                    Mixture.of(train, Strangers.to(one, train, material), OUT_OF_SCOPE, ROUNDS),
                    "");
        }
        asked++;
        beaten += folds.likeliest().accuracy() > folds.plain().accuracy() ? 1 : 0;
        var test = one.test(material);
        if (test.isPresent()) {
            official(train, ExampleFile.read(test.get(), Part.TEST));
        }
        System.out.printf("%-20s published: %s%n", "", one.published());
    }

    private static void official(List<Example> train, List<Example> test) {
        var evaluation = Evaluation.of(train, test);
        row(
                "",
                "test",
                evaluation.metrics(),
                String.format(
                        Locale.ROOT,
                        " %8.1f %7.0f %11d",
                        evaluation.trainSeconds(),
                        evaluation.medianMicros(),
                        evaluation.modelBytes()));
        if (evaluation.knowsOutOfScope()) {
            row("", "test, best mcc", evaluation.withBestThreshold(), "");
        }
        row("", "test, plain", Evaluation.baseline(train, test), "");
    }

    private static void row(String set, String what, Metrics metrics, String more) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %-16s %8.1f %8s %8s %6.3f %8.1f%s%n",
                set,
                what,
                100 * metrics.accuracy(),
                percent(metrics.inScopeAccuracy()),
                percent(metrics.outOfScopeRecall()),
                metrics.correlation(),
                100 * metrics.macroF1(),
                more);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
