package dev.frontdesk.plugin.intent.model;

import java.util.Comparator;
import java.util.List;

/**
 * From which probability on an answer counts, and what that was worth on messages the model had not seen.
 *
 * @param inScopeAccuracy right and above it, of the messages that are about one of the intents
 * @param outOfScopeRecall below it, of those that are about none; not a number where there were none to try
 * @param outOfScopeShare how many out of scope it was chosen for
 */
public record Threshold(double probability, double inScopeAccuracy, double outOfScopeRecall, double outOfScopeShare) {

    private record Answer(double probability, Judged judged) {}

    /** The one with most right answers among messages of which that share is out of scope. */
    static Threshold chosen(List<Judged> judged, Confidence confidence, double outOfScope) {
        double in = judged.stream().filter(Judged::inScope).count();
        double out = judged.size() - in;
        var answers = judged.stream()
                .map(one -> new Answer(confidence.of(one.sign()), one))
                .sorted(Comparator.comparingDouble(Answer::probability))
                .toList();
        double right = judged.stream().filter(Judged::right).count();
        double refused = 0;
        var best = new Threshold(0, ratio(right, in), out == 0 ? Double.NaN : 0, outOfScope);
        double bestWorth = worth(best);
        for (int i = 0; i < answers.size() && out > 0; i++) {
            right -= answers.get(i).judged().right() ? 1 : 0;
            refused += answers.get(i).judged().inScope() ? 0 : 1;
            double next = i + 1 < answers.size() ? answers.get(i + 1).probability() : 1;
            var here = new Threshold(
                    (answers.get(i).probability() + next) / 2, ratio(right, in), refused / out, outOfScope);
            if (worth(here) > bestWorth) {
                best = here;
                bestWorth = worth(here);
            }
        }
        return best;
    }

    private static double worth(Threshold one) {
        return (1 - one.outOfScopeShare) * one.inScopeAccuracy
                + (Double.isNaN(one.outOfScopeRecall) ? 0 : one.outOfScopeShare * one.outOfScopeRecall);
    }

    private static double ratio(double some, double all) {
        return all == 0 ? 0 : some / all;
    }
}
