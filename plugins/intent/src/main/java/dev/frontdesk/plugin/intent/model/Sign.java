package dev.frontdesk.plugin.intent.model;

/**
 * What tells whether the best class is right.
 *
 * @param best its score
 * @param lead how far it is ahead of the next
 * @param known how much of the message the examples have
 */
record Sign(double best, double lead, double known) {

    static Sign of(float[] scores, double known) {
        float best = Float.NEGATIVE_INFINITY;
        float next = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            if (score > best) {
                next = best;
                best = score;
            } else if (score > next) {
                next = score;
            }
        }
        // With a single class there is nobody to be ahead of.
        return new Sign(best, scores.length < 2 ? 1 : best - next, known);
    }

    double[] terms() {
        return new double[] {1, best, lead, known, Math.min(0, best)};
    }
}
