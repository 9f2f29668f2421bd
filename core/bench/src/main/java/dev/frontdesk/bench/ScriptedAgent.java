package dev.frontdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An agent who answers whatever is assigned to them and closes it, by the calls that the inbox makes. Belongs to one thread. */
final class ScriptedAgent implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long BEAT_NANOS = 20_000_000_000L;

    private final Http http;
    private final String origin;
    private final String cookie;
    private final String csrf;
    private final Set<String> done = new HashSet<>();
    private long lastBeat;

    private ScriptedAgent(Http http, String origin, String cookie, String csrf) {
        this.http = http;
        this.origin = origin;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** Signs in with a one-time link. */
    static ScriptedAgent welcomed(int port, String link) throws IOException {
        var http = new Http(port);
        String origin = "http://127.0.0.1:" + port;
        var token = Map.of("token", link.substring(link.indexOf('#') + 1));
        var reply = http.exchange("POST", "/api/welcome", Map.of("Origin", origin), MAPPER.writeValueAsBytes(token));
        if (reply.status() != 200) {
            throw new IOException("the link was answered with " + reply.status() + ": " + reply.text());
        }
        return new ScriptedAgent(
                http,
                origin,
                reply.cookie(),
                MAPPER.readTree(reply.body()).path("csrf").asText());
    }

    void online() throws IOException {
        change("PUT", "/api/me/availability", Map.of("availability", "online"), 200);
        beat();
    }

    private void beat() throws IOException {
        change("POST", "/api/me/heartbeat", Map.of(), 204);
        lastBeat = System.nanoTime();
    }

    /** Answers and closes what is assigned now; false when there was nothing. */
    boolean work() throws IOException {
        if (System.nanoTime() - lastBeat > BEAT_NANOS) {
            beat();
        }
        boolean any = false;
        for (JsonNode row : list("mine", "").path("rows")) {
            String conversation = row.path("id").asText();
            if (done.add(conversation)) {
                any = true;
                String name = row.path("contact").path("name").asText();
                order(conversation, "reply", Map.of("text", "Hello " + name + ", I will see to that."));
                order(conversation, "close", Map.of("category", "Answered"));
            }
        }
        return any;
    }

    int answered() {
        return done.size();
    }

    JsonNode list(String view, String before) throws IOException {
        String cursor = before.isEmpty()
                ? ""
                : "&before=" + java.net.URLEncoder.encode(before, java.nio.charset.StandardCharsets.UTF_8);
        var reply = http.exchange(
                "GET", "/api/conversations?limit=50&view=" + view + cursor, Map.of("Cookie", cookie), new byte[0]);
        return MAPPER.readTree(reply.body());
    }

    private void order(String conversation, String verb, Map<String, String> what) throws IOException {
        var body = new HashMap<>(what);
        body.put("id", UUID.randomUUID().toString());
        change("POST", "/api/conversations/" + conversation + "/" + verb, body, 202);
    }

    private void change(String method, String path, Map<String, String> body, int expected) throws IOException {
        var headers = Map.of("Cookie", cookie, "Origin", origin, "X-CSRF-Token", csrf);
        var reply = http.exchange(method, path, headers, MAPPER.writeValueAsBytes(body));
        if (reply.status() != expected) {
            throw new IOException(path + " was answered with " + reply.status() + ": " + reply.text());
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
