package dev.frontdesk.channel.webchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The widgets of several visitors, each with a bearer of their own, without a browser. */
final class FakeWidget implements FakeProvider {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, FakeCall> waiting = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile Channel channel;

    @Override
    public Channel open(FakeChannelContext context) {
        channel = new WebChat(Some.settings(), context);
        return channel;
    }

    /** A bearer as the widget makes it, the same for the same person. */
    static String bearer(String person) {
        return Digests.sha256(("bearer of " + person).getBytes(StandardCharsets.UTF_8));
    }

    static FakeCall posting(String person) {
        return FakeCall.post("messages").header("Authorization", "Bearer " + bearer(person));
    }

    static FakeCall reading(String path, String person) {
        return FakeCall.get(path).header("Authorization", "Bearer " + bearer(person));
    }

    static ObjectNode message(String id, String text) {
        var uuid = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        return JSON.createObjectNode().put("id", uuid).put("text", text);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        return send(id, posting(person).body(message(id, text).toString()));
    }

    @Override
    public Answer press(String id, String person, Content.Option option) throws InterruptedException {
        return send(
                id,
                posting(person)
                        .body(message(id, option.label())
                                .put("pick", option.token())
                                .toString()));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return send(id, posting("ann").body(bytes));
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        var call = FakeCall.post("messages")
                .header("Authorization", "Bearer guessed")
                .body(message(id, text).toString());
        return Answer.of(Endpoints.call(channel, call));
    }

    private Answer send(String id, FakeCall call) throws InterruptedException {
        waiting.put(id, call);
        var answer = Answer.of(Endpoints.call(channel, call));
        if (answer == Answer.ACKNOWLEDGED) {
            waiting.remove(id);
            acknowledged.add(id);
        }
        return answer;
    }

    @Override
    public boolean acknowledged(String id) {
        return acknowledged.contains(id);
    }

    @Override
    public void redeliver() throws InterruptedException {
        for (var entry : Map.copyOf(waiting).entrySet()) {
            send(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public List<String> received(String person) throws InterruptedException {
        var texts = new ArrayList<String>();
        var page = parse(Endpoints.body(Endpoints.call(channel, reading("messages", person))));
        StreamSupport.stream(page.path("lines").spliterator(), false)
                .filter(line -> !line.path("author").asText().equals("contact"))
                .forEach(line -> texts.add(line.path("text").asText()));
        return texts;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(bearer("ann"), Some.IDENTITY_SECRET);
    }

    @Override
    public void close() {}
}
