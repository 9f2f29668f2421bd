package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of the example's {@code hook} channel. */
final class Provider implements AutoCloseable {
    static final String SECRET = "the-hook-of-the-tests";

    private record Heard(String to, String text) {}

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    private volatile int status = 204;

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/out", this::hear);
        server.start();
    }

    /** The block of the channel. */
    String channel() {
        return "hook { type = hook, secret = \"" + SECRET + "\", url = \"http://127.0.0.1:"
                + server.getAddress().getPort() + "/out\" }";
    }

    private void hear(HttpExchange call) throws IOException {
        try (call) {
            var query = call.getRequestURI().getRawQuery();
            var to = URLDecoder.decode(query.substring(query.indexOf("&to=") + 4), UTF_8);
            var text = new String(call.getRequestBody().readAllBytes(), UTF_8);
            if (status == 204) {
                heard.add(new Heard(to, text));
            }
            call.sendResponseHeaders(status, -1);
        }
    }

    /** What it says to each message from now on; only what it answers with 204 was heard. */
    void answers(int other) {
        status = other;
    }

    /** Writes to the house as this provider does. */
    Wire.Answer posts(Wire at, String query, byte[] body) {
        return at.post("/channels/hook/in?" + query, body, "X-Hook-Secret", SECRET);
    }

    List<String> heardBy(String person) {
        return heard.stream()
                .filter(one -> one.to().equals(person))
                .map(Heard::text)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
