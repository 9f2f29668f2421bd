package dev.frontdesk.plugin.intent.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One linear support vector machine for each class against all others, with squared hinge loss, by coordinate ascent in the dual.
 * All classes go through the examples together: what one row costs is then reading its columns once, in lines of memory that lie
 * side by side. The order is random with a fixed seed: the same examples give the same weights everywhere.
 */
final class Solver {
    /** A row of no class: it is an example against all of them. */
    static final int NONE = -1;

    private static final long SEED = 7;
    /** More fit the examples closer and tell new messages apart no better. */
    private static final int MOST_ROUNDS = 6;
    /** How far from the optimum the worst example may be when the rounds end. */
    private static final float NEAR = 0.3f;

    private final List<Row> rows;
    private final int[] classOf;
    private final int classes;
    private final float softness;
    private final float[] weights;
    private final float[] alpha;
    private final float[] score;
    private final float[] change;

    /** @param cost of an example on the wrong side: high fits the examples, low smoothes */
    Solver(List<Row> rows, int[] classOf, int classes, int columns, double cost) {
        this.rows = rows;
        this.classOf = classOf;
        this.classes = classes;
        this.softness = (float) (1 / (2 * cost));
        this.weights = new float[columns * classes];
        this.alpha = new float[rows.size() * classes];
        this.score = new float[classes];
        this.change = new float[classes];
    }

    /** Weight of a column for a class at {@code column * classes + class}. */
    float[] solve() {
        var random = new SplittableRandom(SEED);
        var order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            shuffle(order, random);
            float worst = 0;
            for (int i : order) {
                worst = Math.max(worst, improve(i));
            }
            if (worst < NEAR) {
                break;
            }
        }
        return weights;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** The best step for this example in every class; gives how far off the worst was. */
    private float improve(int i) {
        var row = rows.get(i);
        float length = length(row) + softness;
        Scores.of(row, weights, classes, score);
        float worst = 0;
        boolean changed = false;
        int base = i * classes;
        for (int c = 0; c < classes; c++) {
            float sign = c == classOf[i] ? 1 : -1;
            float old = alpha[base + c];
            float gradient = sign * score[c] - 1 + softness * old;
            if (old == 0 && gradient >= 0) {
                change[c] = 0;
                continue;
            }
            float next = Math.max(old - gradient / length, 0);
            worst = Math.max(worst, Math.abs(gradient));
            alpha[base + c] = next;
            change[c] = (next - old) * sign;
            changed |= next != old;
        }
        if (changed) {
            move(row);
        }
        return worst;
    }

    private void move(Row row) {
        for (int q = 0; q < row.column().length; q++) {
            int base = row.column()[q] * classes;
            float x = row.value()[q];
            for (int c = 0; c < classes; c++) {
                weights[base + c] += x * change[c];
            }
        }
    }

    private static float length(Row row) {
        float sum = 0;
        for (float x : row.value()) {
            sum += x * x;
        }
        return sum;
    }
}
