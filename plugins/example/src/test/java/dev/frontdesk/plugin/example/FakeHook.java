package dev.frontdesk.plugin.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The system at the other end of the hook. */
final class FakeHook implements FakeProvider {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "hook-secret-canary";

    private final HttpServer server;
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean limited;
    private volatile Channel channel;

    FakeHook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/answers", this::answer);
        server.start();
    }

    @Override
    public Channel open(FakeChannelContext context) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/answers");
        channel = new HookChannel(new HookSettings(new Masked(), url), context);
        return channel;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var body = JSON.readTree(call.getRequestBody());
            if (!limited) {
                answers.add(body);
            }
            call.sendResponseHeaders(limited ? 429 : 204, -1);
        }
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        var body = JSON.createObjectNode();
        body.put("id", id).put("from", person).put("name", person).put("text", text);
        return post(id, SECRET, body.toString());
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return note(id, call(FakeCall.post("in").header("X-Hook-Secret", SECRET).body(bytes)));
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        return post(id, "guessed", "{\"id\":\"1\",\"from\":\"x\",\"text\":\"y\"}");
    }

    private Answer post(String id, String secret, String body) throws InterruptedException {
        waiting.put(id, body);
        return note(id, call(FakeCall.post("in").header("X-Hook-Secret", secret).body(body)));
    }

    private Answer call(FakeCall call) throws InterruptedException {
        return Answer.of(Endpoints.call(channel, call));
    }

    private Answer note(String id, Answer answer) {
        if (answer == Answer.ACKNOWLEDGED) {
            waiting.remove(id);
            acknowledged.add(id);
        }
        return answer;
    }

    @Override
    public void limit(boolean on) {
        limited = on;
    }

    @Override
    public boolean acknowledged(String id) {
        return acknowledged.contains(id);
    }

    @Override
    public void redeliver() throws InterruptedException {
        for (var entry : Map.copyOf(waiting).entrySet()) {
            post(entry.getKey(), SECRET, entry.getValue());
        }
    }

    @Override
    public List<String> received(String person) {
        return answers.stream()
                .filter(answer -> answer.path("to").asText().equals(person))
                .map(answer -> answer.path("text").asText())
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

    private record Masked() implements Secret {
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
