package dev.frontdesk.plugin.intent.model;

/** Weights rounded to 16 bits, with one scale for each class: a third of the digits, none of which decides anything. */
record Weights(short[] rounded, float[] scale) {

    static Weights of(float[] weights, int classes) {
        var scale = new float[classes];
        for (int i = 0; i < weights.length; i++) {
            int c = i % classes;
            scale[c] = Math.max(scale[c], Math.abs(weights[i]) / Short.MAX_VALUE);
        }
        var rounded = new short[weights.length];
        for (int i = 0; i < weights.length; i++) {
            float one = scale[i % classes];
            rounded[i] = one == 0 ? 0 : (short) Math.round(weights[i] / one);
        }
        return new Weights(rounded, scale);
    }

    float[] scores(Row row) {
        var score = new float[scale.length];
        Scores.of(row, rounded, scale.length, score);
        for (int c = 0; c < score.length; c++) {
            score[c] *= scale[c];
        }
        return score;
    }
}
