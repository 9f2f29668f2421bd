package dev.frontdesk.app.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One request to addresses that were checked, on an idle connection or a new one. */
record Call(HttpRequest request, List<InetAddress> addresses, byte[] body, int maxBytes, Deadline deadline) {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** Sent once more when the connection ends without an answer, if it may be done twice. */
    Answer answer(Connections connections) throws IOException {
        var place = Place.of(request.uri());
        var idle = connections.idle(place, addresses);
        try {
            return answer(connections, idle.isPresent() ? idle.get() : open(connections, place));
        } catch (Connection.NoAnswer e) {
            if (mayBeRepeated() && !Thread.currentThread().isInterrupted()) {
                return answer(connections, open(connections, place));
            }
            throw e;
        }
    }

    private Connection open(Connections connections, Place place) throws IOException {
        return connections.open(place, addresses, deadline);
    }

    private boolean mayBeRepeated() {
        return REPEATABLE.contains(request.method())
                || request.headers().firstValue("Idempotency-Key").isPresent();
    }

    private Answer answer(Connections connections, Connection connection) throws IOException {
        boolean again = false;
        try {
            var reply = connection.exchange(bytes(), request.method().equals("HEAD"), maxBytes, deadline);
            again = !reply.last();
            return new Answer(request, reply.status(), reply.headers(), reply.body(), connection.session());
        } catch (IOException e) {
            if (deadline.passed()) {
                var late = new HttpTimeoutException(request.uri().getHost() + " gave no complete answer in time");
                late.initCause(e);
                throw late;
            }
            throw e;
        } finally {
            if (again) {
                connections.keep(Place.of(request.uri()), connection);
            } else {
                connections.drop(connection);
            }
        }
    }

    /** The request as it goes over the wire. Its builder has made sure that no header ends a line. */
    private byte[] bytes() {
        var uri = request.uri();
        var head = new StringBuilder(400)
                .append(request.method())
                .append(' ')
                .append(target(uri))
                .append(" HTTP/1.1\r\nHost: ");
        head.append(uri.getRawAuthority()).append("\r\n");
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        if (request.headers().firstValue("User-Agent").isEmpty()) {
            head.append("User-Agent: frontdesk\r\n");
        }
        if (body.length > 0 || WITH_BODY.contains(request.method())) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** Path and query, without the fragment. */
    private static String target(URI uri) {
        var text = uri.toASCIIString();
        int from = uri.getScheme().length()
                + "://".length()
                + uri.getRawAuthority().length();
        int hash = text.indexOf('#', from);
        var target = text.substring(from, hash < 0 ? text.length() : hash);
        return target.startsWith("/") ? target : "/" + target;
    }
}
