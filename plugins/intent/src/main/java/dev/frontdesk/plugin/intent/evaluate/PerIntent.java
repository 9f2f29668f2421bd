package dev.frontdesk.plugin.intent.evaluate;

import java.util.List;

/** How one intent fared. */
record PerIntent(String intent, long messages, double precision, double recall, double f1) {

    static PerIntent of(String intent, List<Outcome> outcomes) {
        long there = outcomes.stream().filter(one -> one.truth().equals(intent)).count();
        long said = outcomes.stream().filter(one -> one.said().equals(intent)).count();
        long both = outcomes.stream()
                .filter(one -> one.right() && one.truth().equals(intent))
                .count();
        return new PerIntent(intent, there, ratio(both, said), ratio(both, there), ratio(2 * both, said + there));
    }

    private static double ratio(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
