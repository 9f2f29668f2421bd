package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.enrich.Intents;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of an {@code intent} step. */
public record IntentSettings(
        @Setting(shorthand = true, doc = "Which intents: intents/help is the file config/intents/help.conf.")
        Intents by,

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
        Duration timeout,

        @Setting(value = "3s", doc = "How long what finds the intents elsewhere may take; then the branch 'unknown'.")
        Duration deadline) {

    public IntentSettings {
        labels.keySet().stream()
                .filter(intent -> !by.all().contains(intent))
                .findFirst()
                .ifPresent(intent -> {
                    throw new IllegalArgumentException(
                            "the label of '" + intent + "', which is no intent of " + by.name());
                });
        check(closeness >= 0, "closeness is below 0");
        check(timeout.isPositive() && deadline.isPositive(), "a time is not above 0");
        labels = Map.copyOf(labels);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    String label(String intent) {
        return labels.getOrDefault(intent, intent);
    }
}
