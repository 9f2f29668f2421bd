package dev.frontdesk.plugin.intent.model;

import java.util.Map;
import java.util.Optional;

/**
 * What a message seems to be about.
 *
 * @param best the likeliest intent, whether or not it is likely
 * @param probability that it is right
 * @param inScope false when that is too little to count
 * @param alternatives the next likeliest, the likeliest first, none likelier than the best
 */
public record Prediction(String best, double probability, boolean inScope, Map<String, Double> alternatives) {

    /** Empty: about none of the intents. */
    public Optional<String> intent() {
        return inScope ? Optional.of(best) : Optional.empty();
    }
}
