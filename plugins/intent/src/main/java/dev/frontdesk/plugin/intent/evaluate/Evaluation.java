package dev.frontdesk.plugin.intent.evaluate;

import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.model.Folds;
import dev.frontdesk.plugin.intent.model.IntentModel;
import dev.frontdesk.plugin.intent.model.ModelFile;
import dev.frontdesk.plugin.intent.model.Training;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Trains on some examples and asks about others. Every number is the same in every run, but for the times. */
public final class Evaluation {
    private static final long SEED = 2026;
    private static final int FOLDS = 5;

    private final IntentModel model;
    private final List<Outcome> outcomes;
    private final boolean knowsOutOfScope;
    private final double trainSeconds;
    private final double medianMicros;

    private Evaluation(List<Example> train, List<Example> test) {
        long begin = cpuNanos();
        model = Training.train(train);
        trainSeconds = (cpuNanos() - begin) / 1e9;
        // Published figures of tests without such messages are of the best intent, however unlikely.
        knowsOutOfScope = test.stream().anyMatch(example -> example.intent().isEmpty());
        outcomes = asked(test, answerer(model, knowsOutOfScope));
        medianMicros = medianMicros(test);
    }

    public static Evaluation of(List<Example> train, List<Example> test) {
        return new Evaluation(train, test);
    }

    /**
     * What models say of the fifth of the examples that each has not seen.
     *
     * @param all with the threshold where examples are out of scope
     * @param likeliest of the examples in scope, the likeliest intent, however unlikely
     * @param plain the same of the plain baseline
     */
    public record CrossValidation(Metrics all, Metrics likeliest, Metrics plain) {}

    public static CrossValidation crossValidated(List<Example> examples) {
        boolean mayRefuse =
                examples.stream().anyMatch(example -> example.intent().isEmpty());
        var ours = folded(examples, train -> answerer(Training.train(train), mayRefuse));
        var plain = folded(examples, Baseline::trained);
        return new CrossValidation(
                Metrics.of(ours), Metrics.of(likeliestInScope(ours)), Metrics.of(likeliestInScope(plain)));
    }

    private static List<Outcome> likeliestInScope(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome::inScope)
                .map(one -> one.with(true))
                .toList();
    }

    /** The plain baseline on the same test. */
    public static Metrics baseline(List<Example> train, List<Example> test) {
        return Metrics.of(asked(test, Baseline.trained(train)));
    }

    private static List<Outcome> folded(List<Example> examples, Function<List<Example>, Answerer> trainer) {
        var fold = Folds.of(examples, FOLDS, SEED);
        var outcomes = new ArrayList<Outcome>();
        for (int f = 0; f < FOLDS; f++) {
            int now = f;
            var answerer = trainer.apply(some(examples, i -> fold[i] != now));
            outcomes.addAll(asked(some(examples, i -> fold[i] == now), answerer));
        }
        return outcomes;
    }

    private static List<Example> some(List<Example> examples, IntPredicate which) {
        return IntStream.range(0, examples.size())
                .filter(which)
                .mapToObj(examples::get)
                .toList();
    }

    private static Answerer answerer(IntentModel model, boolean mayRefuse) {
        return text -> {
            var said = model.predict(text);
            return new Answer(said.best(), said.probability(), said.inScope() || !mayRefuse);
        };
    }

    private static List<Outcome> asked(List<Example> test, Answerer answerer) {
        return test.stream()
                .map(example -> new Outcome(example, answerer.answer(example.text())))
                .toList();
    }

    /** Of this thread: what others do on the machine meanwhile is no property of the classifier. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private double medianMicros(List<Example> test) {
        var some = test.subList(0, Math.min(2_000, test.size()));
        some.forEach(example -> model.predict(example.text()));
        var nanos = some.stream()
                .mapToLong(example -> {
                    long begin = System.nanoTime();
                    model.predict(example.text());
                    return System.nanoTime() - begin;
                })
                .sorted()
                .toArray();
        return nanos[nanos.length / 2] / 1e3;
    }

    public IntentModel model() {
        return model;
    }

    public Metrics metrics() {
        return Metrics.of(outcomes);
    }

    /** With the threshold that suits the test best, which nobody could have known. */
    public Metrics withBestThreshold() {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(percent -> Metrics.of(withThreshold(percent / 100.0)))
                .max(Comparator.comparingDouble(Metrics::correlation))
                .orElseThrow();
    }

    /** With the threshold of the model, which counts only where messages may be out of scope. */
    public Metrics withThreshold() {
        return Metrics.of(withThreshold(model.threshold().probability()));
    }

    private List<Outcome> withThreshold(double threshold) {
        return outcomes.stream()
                .map(one -> one.with(one.answer().probability() >= threshold))
                .toList();
    }

    public boolean knowsOutOfScope() {
        return knowsOutOfScope;
    }

    public double trainSeconds() {
        return trainSeconds;
    }

    public double medianMicros() {
        return medianMicros;
    }

    public int modelBytes() {
        return ModelFile.bytes(model).length;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }
}
