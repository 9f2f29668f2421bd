package dev.frontdesk.plugin.ai.classify;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file of {@code config/intents} of the type {@code chat}. */
public record ChatClassifierSettings(
        @Setting(
                doc =
                        "Where the model is asked: the address before /chat/completions. Without it nothing is sent anywhere and the fallback answers.")
        Optional<URI> endpoint,

        @Setting(doc = "The name of the model there; needed with an endpoint.")
        Optional<String> model,

        @Setting(doc = "Sent as bearer token; without it none is sent.")
        Optional<Secret> apiKey,

        @Setting(doc = "For each intent, what a message with it is about, in a sentence for the model.")
        Map<String, String> intents,

        @Setting(value = "0.5", doc = "An intent the model is less sure of than this, 0 to 1, counts as unknown.")
        double minProbability,

        @Setting(
                doc =
                        "Intents learned on this machine, like intents/local, that answer when the model does not in time. They need the same names.")
        Optional<Intents> fallback,

        @Setting(doc = "What is replaced by placeholders before anything leaves.")
        RedactSettings redact) {
    static final String UNKNOWN = "unknown";

    public ChatClassifierSettings {
        var sorted = new TreeMap<>(intents);
        check(sorted.size() >= 2, "with fewer than two intents there is nothing to tell apart");
        check(
                !sorted.containsKey(UNKNOWN) && !sorted.containsKey(Classification.HAND_OVER),
                "an intent has the name of a branch, '" + UNKNOWN + "' or '" + Classification.HAND_OVER
                        + "'; give it another");
        check(endpoint.isEmpty() || model.filter(name -> !name.isBlank()).isPresent(), "an endpoint needs a model");
        check(
                endpoint.isPresent() || fallback.isPresent(),
                "without an endpoint and without a fallback nobody would answer");
        check(minProbability >= 0 && minProbability <= 1, "min-probability must be between 0 and 1");
        intents = Collections.unmodifiableMap(sorted);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
