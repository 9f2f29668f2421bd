package dev.frontdesk.plugin.ai.classify;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file of {@code config/intents} of the type {@code embeddings}. */
public record EmbeddingsSettings(
        @Setting(
                doc =
                        "Where vectors are asked for: the address before /embeddings. Without it nothing is sent anywhere and the fallback answers.")
        Optional<URI> endpoint,

        @Setting(doc = "The name of the model there; needed with an endpoint.")
        Optional<String> model,

        @Setting(doc = "Sent as bearer token; without it none is sent.")
        Optional<Secret> apiKey,

        @Setting(doc = "For each intent, messages that are about it; they are sent once, to be measured.")
        Map<String, List<String>> examples,

        @Setting(
                value = "0.5",
                doc =
                        "A message that is less like its nearest examples than this, 0 to 1, is unknown; what is good depends on the model.")
        double minSimilarity,

        @Setting(
                doc =
                        "Intents learned on this machine, like intents/local, that answer when no vectors come in time. They need the same names.")
        Optional<Intents> fallback,

        @Setting(doc = "What is replaced by placeholders before anything leaves.")
        RedactSettings redact) {

    public EmbeddingsSettings {
        var sorted = new TreeMap<String, List<String>>();
        examples.forEach((intent, texts) -> sorted.put(intent, List.copyOf(texts)));
        check(sorted.size() >= 2, "with fewer than two intents there is nothing to tell apart");
        check(sorted.values().stream().noneMatch(List::isEmpty), "an intent has no examples");
        check(
                !sorted.containsKey(ChatClassifierSettings.UNKNOWN) && !sorted.containsKey(Classification.HAND_OVER),
                "an intent has the name of a branch; give it another");
        check(endpoint.isEmpty() || model.filter(name -> !name.isBlank()).isPresent(), "an endpoint needs a model");
        check(
                endpoint.isPresent() || fallback.isPresent(),
                "without an endpoint and without a fallback nobody would answer");
        check(minSimilarity >= 0 && minSimilarity <= 1, "min-similarity must be between 0 and 1");
        examples = Collections.unmodifiableMap(sorted);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
