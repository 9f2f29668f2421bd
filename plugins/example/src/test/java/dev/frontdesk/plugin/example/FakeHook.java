package dev.frontdesk.plugin.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The system at the other end of the hook. */
final class FakeHook implements FakeProvider {
    static final String SECRET = "hook-secret-canary";

    private record Heard(String to, String text) {}

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<String, FakeCall> waiting = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile int status = 204;
    private volatile Channel channel;

    FakeHook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/answers", this::hear);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/answers");
    }

    @Override
    public Channel open(FakeChannelContext context) {
        channel = new HookChannel(new HookSettings(new Masked(), url()), context);
        return channel;
    }

    private void hear(HttpExchange call) throws IOException {
        try (call) {
            boolean trusted = call.getRequestHeaders()
                    .getOrDefault("X-Hook-Secret", List.of())
                    .equals(List.of(SECRET));
            var text = new String(call.getRequestBody().readAllBytes(), UTF_8);
            if (trusted && status < 300) {
                var query = call.getRequestURI().getRawQuery();
                heard.add(new Heard(URLDecoder.decode(query.substring(query.indexOf("&to=") + 4), UTF_8), text));
            }
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(trusted ? status : 401, -1);
        }
    }

    static FakeCall message(String id, String person, String text) {
        return FakeCall.post("in")
                .query("id", id)
                .query("from", person)
                .query("name", person)
                .body(text);
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        return post(id, message(id, person, text));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return post(id, message(id, "somebody", "").body(bytes));
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        return Answer.of(Endpoints.call(channel, message(id, person, text).header("X-Hook-Secret", "guessed")));
    }

    private Answer post(String id, FakeCall call) throws InterruptedException {
        waiting.put(id, call);
        var answer = Answer.of(Endpoints.call(channel, call.header("X-Hook-Secret", SECRET)));
        if (answer == Answer.ACKNOWLEDGED) {
            waiting.remove(id);
            acknowledged.add(id);
        }
        return answer;
    }

    /** From now on answers so. */
    void answer(int code) {
        status = code;
    }

    @Override
    public void limit(boolean on) {
        answer(on ? 429 : 204);
    }

    @Override
    public boolean acknowledged(String id) {
        return acknowledged.contains(id);
    }

    @Override
    public void redeliver() throws InterruptedException {
        for (var entry : Map.copyOf(waiting).entrySet()) {
            post(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public List<String> received(String person) {
        return heard.stream()
                .filter(answer -> answer.to().equals(person))
                .map(Heard::text)
                .toList();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SECRET);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Masked() implements Secret {
        @Override
        public String reveal() {
            return SECRET;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
