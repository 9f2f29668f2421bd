package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.text.Clauses;
import dev.frontdesk.plugin.intent.text.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the intents of a message that is about several. Sentences are asked about one by one, and a sentence is cut at a joint only
 * where what stands before it and what stands after it are each clear and differ: "milk and bread on my list" is about one thing.
 */
final class Parts {
    /** A part alone has to be so likely. */
    private static final double CLEAR = 0.7;
    /** The next intent may be so likely beside it, at most. */
    private static final double NEXT = 0.5;
    /** Parts may be less likely than the whole by this: a whole that is clear is seldom about two things. */
    private static final double BESIDE_WHOLE = 0.9;

    private static final int FEWEST_WORDS = 2;

    private final IntentModel model;

    Parts(IntentModel model) {
        this.model = model;
    }

    List<Prediction> of(String text) {
        var whole = model.predict(text);
        var sentences = Clauses.of(text);
        if (sentences.size() > 1 || !sentences.isEmpty() && sentences.getFirst().size() > 1) {
            var several = new ArrayList<Prediction>();
            var seen = new HashSet<String>();
            for (var sentence : sentences) {
                for (var part : parts(sentence)) {
                    if (isClear(part) && seen.add(part.best())) {
                        several.add(part);
                    }
                }
            }
            if (several.size() > 1) {
                return List.copyOf(several);
            }
        }
        return whole.inScope() ? List.of(whole) : List.of();
    }

    private List<Prediction> parts(List<String> clauses) {
        var whole = model.predict(String.join(", ", clauses));
        return cut(clauses, whole).orElse(List.of(whole));
    }

    /** The best place to cut at, and what is on both its sides. */
    private Optional<List<Prediction>> cut(List<String> clauses, Prediction whole) {
        double best = Math.max(CLEAR, BESIDE_WHOLE * whole.probability());
        int place = -1;
        for (int i = 1; i < clauses.size(); i++) {
            var left = predict(clauses.subList(0, i));
            var right = predict(clauses.subList(i, clauses.size()));
            double worth = Math.min(left.probability(), right.probability());
            if (worth >= best
                    && !left.best().equals(right.best())
                    && isPart(clauses.subList(0, i), left)
                    && isPart(clauses.subList(i, clauses.size()), right)) {
                best = worth;
                place = i;
            }
        }
        if (place < 0) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(parts(clauses.subList(0, place)));
        parts.addAll(parts(clauses.subList(place, clauses.size())));
        return Optional.of(parts);
    }

    private Prediction predict(List<String> clauses) {
        return model.predict(String.join(", ", clauses));
    }

    private static boolean isPart(List<String> clauses, Prediction said) {
        return isClear(said) && Reader.words(String.join(" ", clauses)).size() >= FEWEST_WORDS;
    }

    private static boolean isClear(Prediction said) {
        double next = said.alternatives().values().stream().findFirst().orElse(0.0);
        return said.inScope() && said.probability() >= CLEAR && next <= NEXT * said.probability();
    }
}
