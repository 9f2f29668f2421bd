package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.text.Reader;
import dev.frontdesk.plugin.intent.text.WordList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** A trained model. Immutable: any number of threads may ask it at once. */
public final class IntentModel {
    private static final int MOST_ALTERNATIVES = 4;
    /** How fast a class behind the best loses probability. */
    private static final double STEEP = 4;

    private final List<String> intents;
    private final WordList words;
    private final Vocabulary vocabulary;
    private final Weights weights;
    private final Confidence confidence;
    private final Threshold threshold;

    IntentModel(
            List<String> intents,
            WordList words,
            Vocabulary vocabulary,
            Weights weights,
            Confidence confidence,
            Threshold threshold) {
        this.intents = List.copyOf(intents);
        this.words = words;
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.confidence = confidence;
        this.threshold = threshold;
    }

    public List<String> intents() {
        return intents;
    }

    public Threshold threshold() {
        return threshold;
    }

    public Prediction predict(String text) {
        var row = vocabulary.row(Reader.read(text, words));
        var scores = weights.scores(row);
        double probability = confidence.of(Sign.of(scores, row.known()));
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .limit(1 + MOST_ALTERNATIVES)
                .toList();
        var alternatives = new LinkedHashMap<String, Double>();
        for (int c : order.subList(1, order.size())) {
            alternatives.put(intents.get(c), probability * Math.exp(STEEP * (scores[c] - scores[order.getFirst()])));
        }
        return new Prediction(
                intents.get(order.getFirst()),
                probability,
                probability >= threshold.probability(),
                Collections.unmodifiableMap(alternatives));
    }

    /**
     * The intents of a message that may be about several, in the order they were said. More than one only where parts of the message
     * are clear and differ; empty when it is out of scope.
     */
    public List<Prediction> predictEach(String text) {
        return new Parts(this).of(text);
    }

    WordList words() {
        return words;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Weights weights() {
        return weights;
    }

    Confidence confidence() {
        return confidence;
    }
}
