package dev.frontdesk.plugin.intent.model;

import java.util.List;

/** The probability that the best class is right: a logistic curve over its signs, fitted to messages the model had not seen. */
record Confidence(double[] coefficients) {
    private static final int ROUNDS = 30;
    private static final double RIDGE = 0.02;

    double of(Sign sign) {
        double z = 0;
        var terms = sign.terms();
        for (int i = 0; i < terms.length; i++) {
            z += coefficients[i] * terms[i];
        }
        return 1 / (1 + Math.exp(-z));
    }

    /** @param outOfScope the share of messages out of scope that is to be expected */
    static Confidence fitted(List<Judged> judged, double outOfScope) {
        long out = judged.stream().filter(one -> !one.inScope()).count();
        double inWeight = 1;
        double outWeight = out == 0 ? 0 : outOfScope / (1 - outOfScope) * (judged.size() - out) / out;
        int n = new Sign(0, 0, 0).terms().length;
        var coefficients = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            var confidence = new Confidence(coefficients);
            var gradient = new double[n];
            var curvature = new double[n][n];
            for (int i = 0; i < n; i++) {
                gradient[i] = -RIDGE * coefficients[i];
                curvature[i][i] = RIDGE;
            }
            for (var one : judged) {
                double weight = one.inScope() ? inWeight : outWeight;
                double p = confidence.of(one.sign());
                var terms = one.sign().terms();
                for (int i = 0; i < n; i++) {
                    gradient[i] += weight * ((one.right() ? 1 : 0) - p) * terms[i];
                    for (int j = 0; j < n; j++) {
                        curvature[i][j] += weight * p * (1 - p) * terms[i] * terms[j];
                    }
                }
            }
            var step = solved(curvature, gradient);
            var next = coefficients.clone();
            for (int i = 0; i < n; i++) {
                next[i] += Math.clamp(step[i], -5, 5);
            }
            coefficients = next;
        }
        return new Confidence(coefficients);
    }

    /** Gauss without pivots: the ridge keeps the matrix positive. */
    private static double[] solved(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k < n; k++) {
                    a[j][k] -= factor * a[i][k];
                }
                b[j] -= factor * b[i];
            }
        }
        var x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= a[i][k] * x[k];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }
}
