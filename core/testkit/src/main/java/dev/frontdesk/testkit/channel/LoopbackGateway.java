package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** A gateway that reaches fakes on this machine and nothing else. Safe for use by many threads. */
public final class LoopbackGateway implements HttpGateway {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** One client for all tests: its threads are no channel's. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** A gateway to loopback. */
    public LoopbackGateway() {}

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most)
            throws IOException, InterruptedException {
        var host = String.valueOf(request.uri().getHost());
        if (!LOOPBACK.contains(host)) {
            throw new Refused(host + " is not on this machine; tests reach only loopback");
        }
        var timed =
                HttpRequest.newBuilder(request, (_, _) -> true).timeout(most).build();
        try {
            var response = CLIENT.send(timed, HttpResponse.BodyHandlers.ofByteArray());
            if (response.body().length > maxBytes) {
                throw new IOException("the answer of " + host + " is longer than " + maxBytes + " bytes");
            }
            return response;
        } catch (ConnectException | HttpConnectTimeoutException failure) {
            throw new NotSent("no connection to " + host, failure);
        }
    }
}
