package dev.frontdesk.plugin.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** An OpenAI-compatible endpoint, reached through the guarded gateway. Safe for use by many threads. */
public final class Endpoint {
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final int LONGEST_WORD = 40;

    /** What became of a call. */
    public sealed interface Outcome {
        record Answered(JsonNode body) implements Outcome {}

        /** @param after how long the endpoint wants to be left alone, if it says so */
        record Failed(String why, boolean retry, Optional<Duration> after) implements Outcome {
            Failed(String why, boolean retry) {
                this(why, retry, Optional.empty());
            }
        }
    }

    private final URI base;
    private final Optional<Secret> key;
    private final HttpGateway gateway;

    public Endpoint(URI base, Optional<Secret> key, HttpGateway gateway) {
        this.base = base;
        this.key = key;
        this.gateway = gateway;
    }

    /** One attempt. */
    public Outcome post(String path, JsonNode body, Duration most, String idempotencyKey) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(under(path))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(BodyPublishers.ofByteArray(Json.written(body)));
            key.ifPresent(secret -> authorize(request, secret));
            return outcome(gateway.send(request.build(), LARGEST_ANSWER, most));
        } catch (HttpGateway.Refused e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), false);
        } catch (HttpTimeoutException e) {
            return new Outcome.Failed("no answer within " + most.toMillis() + " ms", true);
        } catch (IOException e) {
            return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage(), true);
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), false);
        }
    }

    private URI under(String path) {
        var before = base.toString();
        return URI.create((before.endsWith("/") ? before.substring(0, before.length() - 1) : before) + path);
    }

    private static void authorize(HttpRequest.Builder request, Secret secret) {
        try {
            request.header("Authorization", "Bearer " + secret.reveal());
        } catch (IllegalArgumentException _) { // its message would show the secret
            throw new IllegalArgumentException("the api-key has characters no header may have");
        }
    }

    private static Outcome outcome(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        var body = Json.read(response.body());
        if (status / 100 == 2) {
            return body.filter(JsonNode::isObject)
                    .<Outcome>map(Outcome.Answered::new)
                    .orElseGet(() -> new Outcome.Failed("the answer is no JSON object", true));
        }
        boolean again = status == 429 || status == 408 || status / 100 == 5;
        return new Outcome.Failed(
                "status " + status + body.map(Endpoint::reason).orElse(""),
                again,
                response.headers().firstValue("Retry-After").flatMap(Endpoint::seconds));
    }

    /** One word; the sentence beside it may repeat what was sent, the key included. */
    private static String reason(JsonNode body) {
        var word = body.at("/error/type").asText("");
        boolean harmless = !word.isEmpty()
                && word.length() <= LONGEST_WORD
                && word.chars().allMatch(c -> c == '_' || c >= 'a' && c <= 'z');
        return harmless ? " (" + word + ")" : "";
    }

    private static Optional<Duration> seconds(String header) {
        var text = header.strip();
        return !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty();
    }
}
