package dev.frontdesk.plugin.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.plugin.ai.redact.Redaction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of a chat endpoint, read without believing it. */
public record Completion(
        String text,
        List<Calling> calls,
        String model,
        Optional<Long> tokensIn,
        Optional<Long> tokensOut,
        Optional<BigDecimal> confidence) {
    private static final int MOST_CALLS = 16;
    private static final int LONGEST_NAME = 100;

    /** An answer that cannot be used; trying again may help. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean retry;

        Unusable(String why, boolean retry) {
            super(why);
            this.retry = retry;
        }

        public boolean retry() {
            return retry;
        }
    }

    /** @param redaction puts back what was hidden, in texts and arguments */
    public static Completion of(JsonNode answer, Redaction redaction) throws Unusable {
        var choice = answer.at("/choices/0");
        var message = choice.path("message");
        if (!message.isObject()) {
            throw new Unusable("the answer has no message", true);
        }
        switch (choice.path("finish_reason").asText("")) {
            case "length" -> throw new Unusable("the answer was cut off: max-answer-tokens is too small for it", false);
            case "content_filter" -> throw new Unusable("the provider's filter withheld the answer", false);
            default -> {}
        }
        var text = message.path("content").isTextual()
                ? message.path("content").asText().strip()
                : "";
        var calls = calls(message.path("tool_calls"), redaction);
        if (text.isEmpty() && calls.isEmpty()) {
            throw new Unusable("the answer is empty", true);
        }
        return new Completion(
                redaction.show(text),
                calls,
                shortened(answer.path("model").asText("")),
                count(answer.at("/usage/prompt_tokens")),
                count(answer.at("/usage/completion_tokens")),
                confidence(choice.at("/logprobs/content")));
    }

    /** What is known of an answer that {@link #of} refused: what it took, if it tells. */
    static Optional<Completion> taken(JsonNode answer) {
        var in = count(answer.at("/usage/prompt_tokens"));
        return in.map(tokens -> new Completion(
                "",
                List.of(),
                shortened(answer.path("model").asText("")),
                in,
                count(answer.at("/usage/completion_tokens")),
                Optional.empty()));
    }

    private static List<Calling> calls(JsonNode written, Redaction redaction) {
        var calls = new ArrayList<Calling>();
        for (var call : written) {
            if (calls.size() == MOST_CALLS) {
                break;
            }
            var id = shortened(call.path("id").asText(""));
            calls.add(new Calling(
                    id.isEmpty() ? "call_" + calls.size() : id,
                    shortened(call.at("/function/name").asText("")),
                    redaction.show(arguments(call.at("/function/arguments")))));
        }
        return calls;
    }

    /** Mostly a text that holds JSON; some endpoints give the object itself. */
    private static Value arguments(JsonNode written) {
        var object = written.isTextual()
                ? Json.read(written.asText().getBytes(StandardCharsets.UTF_8))
                : Optional.of(written);
        return object.filter(JsonNode::isObject).map(Json::value).orElse(Value.NIL);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Optional<Long> count(JsonNode number) {
        return number.canConvertToLong() && number.asLong() >= 0 ? Optional.of(number.asLong()) : Optional.empty();
    }

    /** The geometric mean of what it gave its tokens. */
    private static Optional<BigDecimal> confidence(JsonNode tokens) {
        double sum = 0;
        int count = 0;
        for (var token : tokens) {
            double logarithm = token.path("logprob").asDouble(Double.NaN);
            if (Double.isNaN(logarithm) || logarithm > 0) {
                return Optional.empty();
            }
            sum += Math.max(logarithm, -100);
            count++;
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(Math.exp(sum / count)).round(new MathContext(3, RoundingMode.HALF_UP)));
    }
}
