package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.examples.Strangers;
import dev.frontdesk.plugin.intent.text.Bag;
import dev.frontdesk.plugin.intent.text.Reader;
import dev.frontdesk.plugin.intent.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Learns a model from examples: weights from all of them; probability and threshold from what models without some of the examples
 * say about these. Where no example is labelled out of scope, whole intents are left out and their messages play that part, and
 * everyday messages with them.
 * The same examples give the same model on every machine.
 */
public final class Training {
    /** Few examples are smoothed more than many. */
    private static final double COST_OF_FEW = 1.5;

    private static final double COST_OF_MANY = 3;
    private static final long SEED = 42;
    private static final int FOLDS = 5;
    /** From here on one fifth of the examples says enough, and four more trainings would only cost time. */
    private static final int ENOUGH = 4_000;

    private static final int FEWEST_LABELLED = 10;
    private static final int FEWEST_INTENTS_TO_LEAVE_OUT = 5;

    /** A score that says clearly yes. */
    private static final float CLAIMED = 0;

    /** What is expected where nobody knows: half of what people write is about something else. */
    private static final double UNKNOWN_SHARE = 0.5;
    /** Examples labelled out of scope are gathered by hand; they are seldom fewer in life than in the file. */
    private static final double LEAST_SHARE = 0.05;

    private final List<Example> examples;
    private final List<String> intents;
    private final int[] classOf;
    private final List<Bag> bags;
    private final double share;
    private final boolean labelled;

    private Training(List<Example> examples, OptionalDouble outOfScope) {
        this.examples = examples;
        intents = examples.stream()
                .flatMap(example -> example.intent().stream())
                .distinct()
                .sorted()
                .toList();
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("no example has an intent: there is nothing to learn");
        }
        classOf = examples.stream()
                .mapToInt(example -> example.intent().map(intents::indexOf).orElse(Solver.NONE))
                .toArray();
        bags = examples.stream().map(example -> Reader.read(example.text())).toList();
        long out = IntStream.of(classOf).filter(c -> c == Solver.NONE).count();
        labelled = out >= FEWEST_LABELLED;
        share = outOfScope.orElse(labelled ? Math.max(LEAST_SHARE, (double) out / examples.size()) : UNKNOWN_SHARE);
    }

    public static IntentModel train(List<Example> examples) {
        return train(examples, OptionalDouble.empty());
    }

    /** @param outOfScope the share of messages that is expected to be about none of the intents, where it is known */
    public static IntentModel train(List<Example> examples, OptionalDouble outOfScope) {
        return new Training(List.copyOf(examples), outOfScope).model();
    }

    private IntentModel model() {
        var judged = judged();
        var confidence = Confidence.fitted(judged, share);
        var threshold = Threshold.chosen(judged, confidence, share);
        var all = fitted(_ -> true);
        return new IntentModel(
                intents,
                WordList.of(examples.stream().map(Example::text).toList()),
                all.vocabulary(),
                Weights.of(all.weights(), intents.size()),
                confidence,
                threshold);
    }

    private record Fitted(Vocabulary vocabulary, float[] weights) {}

    private Fitted fitted(IntPredicate with) {
        var places = IntStream.range(0, bags.size()).filter(with).toArray();
        var vocabulary = Vocabulary.of(IntStream.of(places).mapToObj(bags::get).toList());
        var rows =
                IntStream.of(places).mapToObj(i -> vocabulary.row(bags.get(i))).toList();
        var classes = IntStream.of(places).map(i -> classOf[i]).toArray();
        return new Fitted(
                vocabulary,
                new Solver(
                                rows,
                                classes,
                                intents.size(),
                                vocabulary.columns(),
                                examples.size() > ENOUGH ? COST_OF_MANY : COST_OF_FEW)
                        .solve());
    }

    private List<Judged> judged() {
        int folds = examples.size() > ENOUGH ? 1 : FOLDS;
        var fold = Folds.of(examples, FOLDS, SEED);
        var judged = new ArrayList<Judged>();
        var strangers = labelled
                ? List.<Bag>of()
                : Strangers.to(examples).stream().map(Reader::read).toList();
        for (int f = 0; f < folds; f++) {
            int now = f;
            IntPredicate leftOut = i -> isLeftOut(classOf[i], now);
            var model = fitted(i -> fold[i] != now && !leftOut.test(i));
            IntStream.range(0, bags.size())
                    .filter(i -> fold[i] == now || leftOut.test(i))
                    .forEach(i -> judged.add(judged(i, leftOut.test(i), model)));
            strangers.forEach(stranger -> stranger(stranger, model).ifPresent(judged::add));
        }
        return judged;
    }

    /**
     * Whole intents play what is out of scope where nothing else does. Where one fifth has to do, all examples out of scope are asked
     * about: a fifth of those few would choose a threshold by chance.
     */
    private boolean isLeftOut(int c, int fold) {
        if (c == Solver.NONE) {
            return examples.size() > ENOUGH;
        }
        return !labelled && intents.size() >= FEWEST_INTENTS_TO_LEAVE_OUT && c % FOLDS == fold;
    }

    private Judged judged(int i, boolean leftOut, Fitted model) {
        var row = model.vocabulary().row(bags.get(i));
        var score = new float[intents.size()];
        Scores.of(row, model.weights(), score.length, score);
        boolean inScope = classOf[i] != Solver.NONE && !leftOut;
        return new Judged(Sign.of(score, row.known()), inScope, inScope && best(score) == classOf[i]);
    }

    /** Nothing for one that an intent claims for itself: where people are to tell jokes, who asks for one is no stranger. */
    private Optional<Judged> stranger(Bag bag, Fitted model) {
        var row = model.vocabulary().row(bag);
        var score = new float[intents.size()];
        Scores.of(row, model.weights(), score.length, score);
        return score[best(score)] > CLAIMED
                ? Optional.empty()
                : Optional.of(new Judged(Sign.of(score, row.known()), false, false));
    }

    private static int best(float[] score) {
        int best = 0;
        for (int c = 1; c < score.length; c++) {
            best = score[c] > score[best] ? c : best;
        }
        return best;
    }
}
