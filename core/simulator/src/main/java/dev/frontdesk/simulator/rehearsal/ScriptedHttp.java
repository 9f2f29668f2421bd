package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** Servers that answer what a script says, and no network. Safe for use by many threads. */
public final class ScriptedHttp implements HttpGateway {

    /** What a server does. */
    public sealed interface Reply {
        record Answer(int status, String body) implements Reply {}

        record Timeout() implements Reply {}

        record Failure() implements Reply {}
    }

    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private final List<String> unscripted = new ArrayList<>();
    private Runnable outside = () -> {};

    /** Forgets everything. */
    synchronized void begin(Runnable told) {
        replies.clear();
        unscripted.clear();
        outside = told;
    }

    /** What an address answers from now on. */
    public synchronized void answers(String url, Reply reply) {
        replies.put(url, reply);
    }

    /** Requests nobody has said an answer for. */
    public synchronized List<String> unscripted() {
        return List.copyOf(unscripted);
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most) throws IOException {
        return switch (reply(request)) {
            case Reply.Answer(var status, var body) ->
                new Answered(request, status, body.getBytes(StandardCharsets.UTF_8));
            case Reply.Timeout() -> throw new HttpTimeoutException("no answer within " + most);
            case Reply.Failure() -> throw new IOException("connection reset");
        };
    }

    private synchronized Reply reply(HttpRequest request) throws Refused {
        var reply = replies.get(request.uri().toString());
        if (reply == null) {
            unscripted.add(request.method() + " " + request.uri());
            throw new Refused(
                    "nothing is called in a scenario, and nothing was said of what " + request.uri() + " answers");
        }
        outside.run();
        return reply;
    }

    private record Answered(HttpRequest request, int statusCode, byte[] body) implements HttpResponse<byte[]> {
        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (_, _) -> true);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
