package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls of the Cloud API, each with a time limit and an answer that is a value. Safe for use by many threads. */
final class Graph {

    /** In the form Meta asks for. */
    private static final String AGENT = "frontdesk/0.1.0";

    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration TRANSFER = Duration.ofSeconds(120);
    /** In bytes a second. */
    private static final int SLOWEST = 100_000;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final WhatsAppSettings settings;
    private final HttpGateway http;

    Graph(WhatsAppSettings settings, HttpGateway http) {
        this.settings = settings;
        this.http = http;
    }

    /** Posts something to the number. */
    Answer post(String edge, JsonNode body) throws InterruptedException {
        return call(
                request(settings.at(settings.phoneNumberId() + "/" + edge))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                CALL);
    }

    /** Posts a file to the number; a large one may take longer. */
    Answer upload(Multipart form) throws InterruptedException {
        var bytes = form.bytes();
        return call(
                request(settings.at(settings.phoneNumberId() + "/media"))
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build(),
                TRANSFER.plusSeconds(bytes.length / SLOWEST));
    }

    Answer get(String path) throws InterruptedException {
        return call(request(settings.at(path)).GET().build(), CALL);
    }

    /**
     * The bytes behind an address that Meta named. The token goes there and, the gateway sees to that, nowhere else.
     *
     * @throws IOException when there is no answer, or one that is longer than allowed
     */
    HttpResponse<byte[]> bytes(URI url, int most) throws IOException, InterruptedException {
        return http.send(request(url).GET().build(), most, TRANSFER);
    }

    /** Whether the token may go there: never over an open line, but to the address in the configuration. */
    boolean isTrusted(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme())
                        || url.getScheme() != null
                                && url.getScheme().equals(settings.apiUrl().getScheme())
                                && url.getHost().equals(settings.apiUrl().getHost())
                                && url.getPort() == settings.apiUrl().getPort());
    }

    private HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + settings.accessToken().reveal())
                .header("User-Agent", AGENT);
    }

    private Answer call(HttpRequest request, Duration most) throws InterruptedException {
        try {
            return answer(http.send(request, MOST_BYTES, most));
        } catch (HttpGateway.Refused | HttpGateway.NotSent nothing) {
            return new Answer.NotSent(String.valueOf(nothing.getMessage()));
        } catch (IOException lost) {
            return new Answer.Unsure("the connection broke (" + lost.getClass().getSimpleName() + ")");
        }
    }

    /** By what is in it: Meta refuses with any status, and proxies say 200 to anything. */
    private static Answer answer(HttpResponse<byte[]> response) {
        var said = Json.object(response.body());
        if (said.isEmpty()) {
            return new Answer.Strange(response.statusCode());
        }
        if (said.get().path("error").isObject()) {
            return new Answer.Refused(Refusal.of(said.get().path("error")));
        }
        return response.statusCode() / 100 == 2
                ? new Answer.Done(said.get())
                : new Answer.Strange(response.statusCode());
    }
}
