package dev.frontdesk.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.fault.Faults;
import dev.frontdesk.testkit.fault.FaultyServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * A language model behind an OpenAI-compatible endpoint on loopback. It answers what was scripted, else what its rules say, else a
 * plain sentence; it can be told to obey every attacker, and its calls go wrong as they are told to ({@code chat},
 * {@code embeddings}). Safe for use by many threads.
 *
 * <pre>{@code
 * try (var model = new FakeModel().start(0)) {
 *     model.answers(Reply.calls("set_value", "{\"name\": \"order\", \"value\": \"17\"}"));
 *     model.answers(Reply.says("Thank you!"));
 *     …
 *     model.asked().getLast().question();
 * }
 * }</pre>
 */
public final class FakeModel implements AutoCloseable {

    /** The key it wants. */
    public static final String KEY = "sk-fake-key-of-the-desk";

    /** What calls for an answer are named when they shall go wrong. */
    public static final String CHAT = "chat";

    /** What calls for vectors are named when they shall go wrong. */
    public static final String EMBEDDINGS = "embeddings";

    private record Rule(String part, Reply reply) {}

    private final Faults faults = new Faults();
    private final FaultyServer server = new FaultyServer(faults, (_, path) -> name(path), this::serve);
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private Function<Asked, Reply> otherwise = _ -> Reply.says("I am a made-up model and know nothing.");
    private boolean obedient;

    /** Without a script, rules or faults. */
    public FakeModel() {}

    /** Serves on this port of loopback; 0 for any. */
    public FakeModel start(int port) {
        server.open(port);
        return this;
    }

    /** What goes into a configuration as the endpoint. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /** The next answer; several are given in order. */
    public synchronized FakeModel answers(Reply reply) {
        script.add(reply);
        return this;
    }

    /** Whenever the last message of a user has this in it, whatever its case. The first rule that fits counts. */
    public synchronized FakeModel when(String part, Reply reply) {
        rules.add(new Rule(part, reply));
        return this;
    }

    /** Whenever no script and no rule says anything. */
    public synchronized FakeModel otherwise(Function<Asked, Reply> reply) {
        otherwise = reply;
        return this;
    }

    /** From now on it does what any text tells it to: {@code CALL <function> <arguments>} and {@code SAY <text>}, a line each. */
    public synchronized FakeModel obey() {
        obedient = true;
        return this;
    }

    /** Everything it was asked, calls that went wrong included. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The next call goes wrong like this; several are used up in order. */
    public void failOnce(String call, Fault fault) {
        faults.once(call, fault);
    }

    /** Every call goes wrong like this until {@link #heal()}. */
    public void failAlways(String call, Fault fault) {
        faults.always(call, fault);
    }

    /** No more faults. */
    public void heal() {
        faults.heal();
    }

    /** How often it was called, failed calls included. */
    public int calls(String call) {
        return faults.calls(call);
    }

    /** Refuses as such endpoints do, with a status and a word for why. */
    public static Fault refusal(int status, String type) {
        return new Fault.Answer(
                status, "{\"error\":{\"message\":\"It was refused.\",\"type\":\"" + type + "\",\"code\":null}}");
    }

    private static String name(String path) {
        return path.endsWith("/embeddings") ? EMBEDDINGS : path.endsWith("/chat/completions") ? CHAT : path;
    }

    private void serve(HttpExchange call) throws IOException {
        var name = name(call.getRequestURI().getPath());
        try {
            if (!name.equals(CHAT) && !name.equals(EMBEDDINGS)) {
                FaultyServer.reply(call, 404, json("{\"error\":{\"type\":\"not_found\"}}".getBytes(UTF_8)));
                return;
            }
            var authorization = Optional.ofNullable(call.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            var request =
                    new Asked(authorization, Wire.read(call.getRequestBody().readAllBytes()));
            synchronized (this) {
                asked.add(request);
            }
            if (!authorization.equals("Bearer " + KEY)) {
                FaultyServer.reply(call, 401, json("{\"error\":{\"type\":\"invalid_api_key\"}}".getBytes(UTF_8)));
                return;
            }
            FaultyServer.<IOException>answer(call, faults.take(name), () -> json(answer(name, request)));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private synchronized byte[] answer(String name, Asked request) {
        if (name.equals(EMBEDDINGS)) {
            return Wire.embeddings(request.body());
        }
        return Wire.completion(reply(request), request.body(), asked.size());
    }

    private Reply reply(Asked request) {
        var next = script.poll();
        if (next != null) {
            return next;
        }
        var obeyed = obedient ? Obedience.obeyed(request) : Optional.<Reply>empty();
        return obeyed.or(() -> rules.stream()
                        .filter(rule -> request.question()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(rule.part().toLowerCase(java.util.Locale.ROOT)))
                        .map(Rule::reply)
                        .findFirst())
                .orElseGet(() -> otherwise.apply(request));
    }

    private static FaultyServer.Reply json(byte[] body) {
        return new FaultyServer.Reply("application/json", body);
    }

    /** Breaks all connections and takes no more; {@link #start} goes on. */
    public void hangUp() {
        server.hangUp();
    }

    @Override
    public void close() {
        server.close();
    }
}
