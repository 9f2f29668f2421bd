package dev.frontdesk.plugin.intent.model;

import java.util.Arrays;

/** The product of a row with a matrix of weights. Plain loops over neighbours, which the JIT makes wide. */
final class Scores {
    private Scores() {}

    static void of(Row row, float[] weights, int classes, float[] score) {
        Arrays.fill(score, 0);
        for (int q = 0; q < row.column().length; q++) {
            int base = row.column()[q] * classes;
            float x = row.value()[q];
            for (int c = 0; c < classes; c++) {
                score[c] += x * weights[base + c];
            }
        }
    }

    static void of(Row row, short[] weights, int classes, float[] score) {
        Arrays.fill(score, 0);
        for (int q = 0; q < row.column().length; q++) {
            int base = row.column()[q] * classes;
            float x = row.value()[q];
            for (int c = 0; c < classes; c++) {
                score[c] += x * weights[base + c];
            }
        }
    }
}
