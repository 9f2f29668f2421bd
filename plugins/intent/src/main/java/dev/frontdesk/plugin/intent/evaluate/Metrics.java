package dev.frontdesk.plugin.intent.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How good answers were.
 *
 * @param accuracy right answers, of all messages; refusing a message that is out of scope is right
 * @param outOfScopeRecall refused, of those out of scope; not a number without any
 * @param inScopeAccuracy right answers, of those in scope; not a number without any
 * @param correlation Matthews' coefficient over all classes, with "out of scope" as one of them
 * @param macroF1 the mean over the classes that messages belong to
 * @param calibrationError how far probabilities are from how often they are right, in ten bins of equal width
 */
public record Metrics(
        int messages,
        double accuracy,
        double outOfScopeRecall,
        double inScopeAccuracy,
        double correlation,
        double macroF1,
        double calibrationError) {
    private static final int BINS = 10;

    static Metrics of(List<Outcome> outcomes) {
        return new Metrics(
                outcomes.size(),
                share(outcomes),
                share(outcomes.stream().filter(one -> !one.inScope()).toList()),
                share(outcomes.stream().filter(Outcome::inScope).toList()),
                correlation(outcomes),
                macroF1(outcomes),
                calibrationError(outcomes));
    }

    private static double share(List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Double.NaN
                : (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size();
    }

    private static double correlation(List<Outcome> outcomes) {
        Map<String, Integer> truth = new HashMap<>();
        Map<String, Integer> said = new HashMap<>();
        double right = 0;
        for (var one : outcomes) {
            truth.merge(one.truth(), 1, Integer::sum);
            said.merge(one.said(), 1, Integer::sum);
            right += one.right() ? 1 : 0;
        }
        double all = outcomes.size();
        double chance = 0;
        for (var one : truth.entrySet()) {
            chance += (double) one.getValue() * said.getOrDefault(one.getKey(), 0);
        }
        double spread = Math.sqrt(all * all - squares(said)) * Math.sqrt(all * all - squares(truth));
        return spread == 0 ? 0 : (right * all - chance) / spread;
    }

    private static double squares(Map<String, Integer> counts) {
        return counts.values().stream().mapToDouble(n -> (double) n * n).sum();
    }

    private static double macroF1(List<Outcome> outcomes) {
        return new TreeSet<>(outcomes.stream().map(Outcome::truth).toList())
                .stream()
                        .mapToDouble(name -> PerIntent.of(name, outcomes).f1())
                        .average()
                        .orElse(0);
    }

    private static double calibrationError(List<Outcome> outcomes) {
        var expected = new double[BINS];
        var seen = new double[BINS];
        for (var one : outcomes) {
            int bin = Math.min(BINS - 1, (int) (one.answer().probability() * BINS));
            expected[bin] += one.answer().probability();
            seen[bin] += one.truth().equals(one.answer().best()) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(expected[bin] - seen[bin]);
        }
        return outcomes.isEmpty() ? 0 : error / outcomes.size();
    }
}
