package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The keys of an {@code intent} step. */
public record IntentSettings(
        @Setting(
                doc =
                        "What messages may be about: for each intent, messages that are. At least two intents with an example each.")
        Map<String, List<String>> examples,

        @Setting(doc = "What an intent is called in the question between two; without it its name.")
        Map<String, String> labels,

        @Setting(
                doc =
                        "The question between the two likeliest intents when neither is clear; there is a usual text in English and Russian.")
        Optional<Template> clarify,

        @Setting(
                value = "0.5",
                doc =
                        "Ask when the second is at least so likely as this part of the first, 0 to 1; above 1 never asks.")
        double closeness,

        @Setting(value = "10m", doc = "How long to wait for the answer to that question; then the branch 'unknown'.")
        Duration timeout) {
    static final String UNKNOWN = "unknown";
    static final String HAND_OVER = "handover";
    private static final Set<String> RESERVED = Set.of(UNKNOWN, HAND_OVER);

    public IntentSettings {
        var sorted = new TreeMap<String, List<String>>();
        examples.forEach((intent, texts) -> {
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("the intent '" + intent + "' has no examples");
            }
            if (RESERVED.contains(intent)) {
                throw new IllegalArgumentException(
                        "the intent '" + intent + "' has the name of a branch; give it another");
            }
            sorted.put(intent, List.copyOf(texts));
        });
        if (sorted.size() < 2) {
            throw new IllegalArgumentException("with fewer than two intents there is nothing to tell apart");
        }
        labels.keySet().stream()
                .filter(intent -> !sorted.containsKey(intent))
                .findFirst()
                .ifPresent(intent -> {
                    throw new IllegalArgumentException("the label of '" + intent + "', which is no intent");
                });
        if (closeness < 0 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("closeness is below 0, or the timeout is not above 0");
        }
        examples = Collections.unmodifiableMap(sorted);
        labels = Map.copyOf(labels);
    }

    String label(String intent) {
        return labels.getOrDefault(intent, intent);
    }
}
