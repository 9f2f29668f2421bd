package dev.frontdesk.plugin.intent.evaluate;

import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.model.Folds;
import dev.frontdesk.plugin.intent.model.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a live bot hears, made of training examples alone: messages that it has not seen, and among them messages that are about
 * none of its intents. Half of these are of intents it was not told of, the hard ones; half are other people's.
 */
public final class Mixture {
    private static final int FOLDS = 4;
    /** In each fold every eighth intent is not told of. */
    private static final int UNTOLD = 8;

    private final List<Example> examples;
    private final List<String> strangers;
    private final double outOfScope;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Mixture(List<Example> examples, List<String> strangers, double outOfScope) {
        this.examples = examples;
        this.strangers = strangers;
        this.outOfScope = outOfScope;
    }

    /**
     * With the threshold that each model chose.
     *
     * @param strangers messages that are about none of the intents
     * @param outOfScope the share of messages out of scope
     * @param rounds how often, each with other intents left out and other folds
     */
    public static Metrics of(List<Example> examples, List<String> strangers, double outOfScope, int rounds) {
        var mixture = new Mixture(examples, strangers, outOfScope);
        IntStream.range(0, rounds).forEach(mixture::round);
        return Metrics.of(mixture.outcomes);
    }

    private void round(int round) {
        var random = new Random(round);
        var intents = new ArrayList<>(new TreeSet<>(
                examples.stream().flatMap(one -> one.intent().stream()).toList()));
        Collections.shuffle(intents, random);
        var fold = Folds.of(examples, FOLDS, round);
        for (int f = 0; f < FOLDS; f++) {
            var untold = new HashSet<String>();
            for (int i = f; i < intents.size(); i += UNTOLD) {
                untold.add(intents.get(i));
            }
            fold(f, fold, untold, random);
        }
    }

    private void fold(int now, int[] fold, Set<String> untold, Random random) {
        var told = new ArrayList<Example>();
        var asked = new ArrayList<Example>();
        var near = new ArrayList<String>();
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            if (example.intent().filter(untold::contains).isPresent()) {
                near.add(example.text());
            } else {
                (fold[i] == now ? asked : told).add(example);
            }
        }
        int each = (int) Math.round(asked.size() * outOfScope / (1 - outOfScope) / 2);
        for (var source : List.of(near, new ArrayList<>(strangers))) {
            Collections.shuffle(source, random);
            source.stream().limit(each).forEach(text -> asked.add(new Example(text, Optional.empty())));
        }
        var model = Training.train(told);
        for (var example : asked) {
            var said = model.predict(example.text());
            outcomes.add(new Outcome(example, new Answer(said.best(), said.probability(), said.inScope())));
        }
    }
}
