package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The keys of {@code actions.ai-chat}. Without an endpoint nothing is sent anywhere. */
public record ChatSettings(
        @Setting(
                doc =
                        "Where the model is asked: the address before /chat/completions, like https://api.openai.com/v1. Without it nothing is sent anywhere and ai steps take their branch 'failed'.")
        Optional<URI> endpoint,

        @Setting(doc = "The name of the model there; needed with an endpoint.")
        Optional<String> model,

        @Setting(doc = "Sent as bearer token; without it none is sent.")
        Optional<Secret> apiKey,

        @Setting(value = "30s", doc = "For one attempt, at most 5m.")
        Duration timeout,

        @Setting(value = "500", doc = "The longest answer in tokens; one that is cut off there is not sent.")
        int maxAnswerTokens,

        @Setting(value = "0.2", doc = "How freely it chooses its words, 0 to 2.")
        double temperature,

        @Setting(
                value = "0",
                doc = "What 1,000 tokens of a question cost, in your currency, for max-cost and the record.")
        BigDecimal inputPrice,

        @Setting(value = "0", doc = "What 1,000 tokens of an answer cost.")
        BigDecimal outputPrice,

        @Setting(doc = "What is replaced by placeholders before anything leaves.")
        RedactSettings redact) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public ChatSettings {
        endpoint.ifPresent(ChatSettings::callable);
        check(endpoint.isEmpty() || model.filter(name -> !name.isBlank()).isPresent(), "an endpoint needs a model");
        check(
                !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0,
                "the timeout must be between 1ms and 5m");
        check(maxAnswerTokens >= 1, "max-answer-tokens is below 1");
        check(temperature >= 0 && temperature <= 2, "the temperature must be between 0 and 2");
        check(inputPrice.signum() >= 0 && outputPrice.signum() >= 0, "a price is below 0");
    }

    /** Whether it is asked without anything being counted. */
    public boolean isFree() {
        return endpoint.isPresent() && inputPrice.signum() == 0 && outputPrice.signum() == 0;
    }

    private static void callable(URI endpoint) {
        var scheme = String.valueOf(endpoint.getScheme());
        check(
                (scheme.equals("https") || scheme.equals("http")) && endpoint.getHost() != null,
                "the endpoint must be an address like https://api.openai.com/v1, not '" + endpoint + "'");
        check(
                endpoint.getUserInfo() == null && endpoint.getQuery() == null && endpoint.getFragment() == null,
                "the endpoint has more than scheme, host, port and path; the key goes into api-key");
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
