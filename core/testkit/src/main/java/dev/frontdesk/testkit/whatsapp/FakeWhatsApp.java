package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The WhatsApp Cloud API of one number, on loopback, with the people who write to it. Webhooks are signed and brought until they are
 * heard; messages are refused as Meta refuses them, outside of the reply window, too; files expire. Faults are asked for by edge
 * ({@code messages}, {@code media}, {@code file}, {@code bytes}, {@code message_templates}), and the {@link #ledger()} knows
 * everything that went through. Safe for use by many threads.
 *
 * <pre>{@code
 * try (var whatsapp = new FakeWhatsApp().start(0)) {
 *     whatsapp.bringTo(URI.create("http://127.0.0.1:8080/channels/whatsapp/webhook"));
 *     whatsapp.text("4915112345678", "Ann", "Where is my order?");
 *     …
 *     whatsapp.ledger().sentTo("4915112345678");
 * }
 * }</pre>
 */
public final class FakeWhatsApp implements AutoCloseable {

    /** The id of the number. */
    public static final String NUMBER = "106540352242922";

    /** The id of the business account. */
    public static final String ACCOUNT = "102290129340398";

    /** The access token. */
    public static final String TOKEN = "EAAJfakeTokenOfTheDesk";

    /** The app's secret, with which webhooks are signed. */
    public static final String APP_SECRET = "fake-app-secret-of-the-desk";

    /** The word by which the webhook's address is verified. */
    public static final String VERIFY_TOKEN = "fake-verify-token";

    private final InstantSource clock;
    private final Ledger ledger = new Ledger();
    private final People people = new People();
    private final Faults faults = new Faults();
    private final MediaShelf shelf;
    private final GraphApi api;
    private final Courier courier;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;
    private volatile Optional<URI> elsewhere = Optional.empty();

    /** With the system's clock; a webhook that is not heard is tried again after a second, then ever more slowly. */
    public FakeWhatsApp() {
        this(InstantSource.system(), Duration.ofSeconds(1));
    }

    /** With a clock that a test moves, and another first pause. */
    public FakeWhatsApp(InstantSource clock, Duration firstPause) {
        this.clock = clock;
        shelf = new MediaShelf(clock);
        api = new GraphApi(people, shelf, ledger, clock);
        courier = new Courier(APP_SECRET, ledger, clock, firstPause);
    }

    /** Serves on this port of loopback; 0 for any. */
    public FakeWhatsApp start(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            started.setExecutor(threads);
            started.createContext("/", this::serve);
            started.start();
            server = started;
            return this;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot serve on port " + port, taken);
        }
    }

    /** What goes into the configuration as the address of the Cloud API. */
    public URI url() {
        if (server == null) {
            throw new IllegalStateException("start() comes first");
        }
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything that went through. */
    public Ledger ledger() {
        return ledger;
    }

    /** Where webhooks are brought; before this is said, they are only written into the ledger. */
    public FakeWhatsApp bringTo(URI webhook) {
        courier.target(webhook);
        return this;
    }

    // ---- what people do
    // ----------------------------------------------------------------------------------------------------

    /** Somebody writes a text. Answers its id. */
    public String text(String person, String name, String text) {
        var fields = Json.object();
        fields.putObject("text").put("body", text);
        return message(person, name, "text", fields);
    }

    /** Somebody sends a message that consists of these fields, as in {@code {"location":{…}}}; the usual ones are added. */
    public String message(String person, String name, String type, JsonNode fields) {
        var wamid = api.wamid();
        bring(messageWebhook(wamid, person, name, type, fields));
        return wamid;
    }

    /** Somebody sends a file. */
    public String file(String person, String name, String type, String mediaType, byte[] bytes, String caption) {
        var media = shelf.put(mediaType, "", bytes, false);
        var fields = Json.object();
        var file = fields.putObject(type).put("id", media.id()).put("mime_type", mediaType);
        if (!caption.isEmpty()) {
            file.put("caption", caption);
        }
        return message(person, name, type, fields);
    }

    /** A file that somebody has sent, without a message about it. Answers its id. */
    public String shelve(String mediaType, byte[] bytes) {
        return shelf.put(mediaType, "", bytes, false).id();
    }

    /** Somebody presses a button, or chooses from a list, of a message. */
    public String press(String person, String wamid, String id, String title) {
        var sent = ledger.sent(wamid);
        boolean list = sent.map(one ->
                        one.body().path("interactive").path("type").asText().equals("list"))
                .orElse(false);
        var fields = Json.object();
        fields.putObject("context").put("from", "15550783881").put("id", wamid);
        var kind = list ? "list_reply" : "button_reply";
        var interactive = fields.putObject("interactive").put("type", kind);
        interactive.putObject(kind).put("id", id).put("title", title);
        return message(person, people.name(person), "interactive", fields);
    }

    /** Somebody reacts to a message; an empty emoji takes it back. */
    public String react(String person, String wamid, String emoji) {
        var fields = Json.object();
        fields.putObject("reaction").put("message_id", wamid).put("emoji", emoji);
        return message(person, people.name(person), "reaction", fields);
    }

    /** The webhook of a message, without bringing it; it counts as written. */
    public ObjectNode messageWebhook(String wamid, String person, String name, String type, JsonNode fields) {
        people.wrote(person, name, clock.instant());
        var value = Webhooks.value(NUMBER);
        var contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", name);
        var message = value.putArray("messages").addObject();
        boolean phone = person.chars().allMatch(c -> c >= '0' && c <= '9');
        contact.put(phone ? "wa_id" : "user_id", person);
        message.put(phone ? "from" : "from_user_id", person);
        message.put("id", wamid)
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
                .put("type", type);
        fields.properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        return Webhooks.of(ACCOUNT, "messages", value);
    }

    /** What becomes of a message of ours: {@code sent}, {@code delivered}, {@code read}, {@code failed}, …. */
    public void status(String wamid, String status) {
        bring(statusWebhook(wamid, status, 0));
    }

    /** It failed on the way, with this code. */
    public void failed(String wamid, int code) {
        bring(statusWebhook(wamid, "failed", code));
    }

    /** The webhook of a status, without bringing it; an error where the code is not 0. */
    public ObjectNode statusWebhook(String wamid, String word, int code) {
        var value = Webhooks.value(NUMBER);
        var sent = ledger.sent(wamid);
        var status = value.putArray("statuses")
                .addObject()
                .put("id", wamid)
                .put("status", word)
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
                .put("recipient_id", sent.map(Ledger.Sent::to).orElse("16505551234"));
        sent.map(one -> one.body().path("biz_opaque_callback_data"))
                .filter(JsonNode::isTextual)
                .ifPresent(data -> status.set("biz_opaque_callback_data", data));
        if (code != 0) {
            status.putArray("errors")
                    .addObject()
                    .put("code", code)
                    .put("title", "Failed")
                    .put("message", "Failed");
        }
        return Webhooks.of(ACCOUNT, "messages", value);
    }

    /** From now on each message of ours is reported as sent and delivered, at once. */
    public void reporting() {
        api.onSent(sent -> List.of("sent", "delivered").forEach(word -> status(sent.wamid(), word)));
    }

    /** Brings any webhook. */
    public void bring(JsonNode webhook) {
        courier.bring(webhook);
    }

    // ---- the account
    // -------------------------------------------------------------------------------------------------------

    /** A template, as in {@code {"name":…,"language":…,"status":"APPROVED","components":[…]}}; replaces one of its name and language. */
    public void template(JsonNode template) {
        if (template instanceof ObjectNode object) {
            api.template(object);
        }
    }

    /** How many templates are told at a time. */
    public void templatesPerPage(int size) {
        api.pages(size);
    }

    /** WhatsApp knows this number as another one. */
    public void knownAs(String number, String waId) {
        people.knownAs(number, waId);
    }

    /** Somebody has no WhatsApp, or has it again. */
    public void unreachable(String person, boolean on) {
        people.unreachable(person, on);
    }

    /** Somebody has written just now, and nobody is told. */
    public void opened(String person) {
        people.wrote(person, person, clock.instant());
    }

    /** Meta throws all files away. */
    public void forgetFiles() {
        shelf.clear();
    }

    /** Meta throws a file away early. */
    public void forget(String mediaId) {
        shelf.forget(mediaId);
    }

    // ---- faults
    // ------------------------------------------------------------------------------------------------------------

    /** The next call of an edge goes wrong like this; several are used up in order. */
    public void failOnce(String edge, Fault fault) {
        faults.once(edge, fault);
    }

    /** Every call of an edge goes wrong like this until {@link #heal()}. */
    public void failAlways(String edge, Fault fault) {
        faults.always(edge, fault);
    }

    /** No more faults. */
    public void heal() {
        faults.heal();
    }

    /** How often an edge was called, failed calls included. */
    public int calls(String edge) {
        return faults.calls(edge);
    }

    /** From now on each webhook is brought so many times; with {@link #release} from once to so many times. */
    public void copies(int each) {
        courier.copies(each);
    }

    /** Keeps webhooks back until {@link #release}. */
    public void hold() {
        courier.hold();
    }

    /** Brings what was kept back, side by side, in the order this makes, {@code together} of them in one webhook. */
    public void release(Random order, int together) {
        courier.together(together);
        courier.release(order);
    }

    /** How many webhooks have not been heard with a 2xx yet. */
    public int underWay() {
        return courier.underWay();
    }

    /** From now on who asks for the bytes of a file is sent there. */
    public void redirectFiles(URI elsewhere) {
        this.elsewhere = Optional.of(elsewhere);
    }

    // ---- the server
    // --------------------------------------------------------------------------------------------------------

    /** One call; whatever happens to its connection is nobody's concern but the client's. */
    private void serve(HttpExchange call) throws IOException {
        try {
            var body = call.getRequestBody().readAllBytes();
            var parts = call.getRequestURI().getPath().substring(1).split("/", 3);
            var edge = edge(call, parts);
            var fault = faults.take(edge);
            if (fault.isPresent() && fault.get() instanceof Fault.Answer(var status, var text)) {
                reply(call, status, "application/json", text.getBytes(UTF_8));
            } else if (fault.isEmpty() || !(fault.get() instanceof Fault.HangUpBefore)) {
                answer(call, edge, parts, body, fault);
            }
        } catch (Refusal refused) {
            reply(call, refused.status(), "application/json", refused.body().getBytes(UTF_8));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static String edge(HttpExchange call, String[] parts) {
        if (parts[0].equals("media-bytes")) {
            return "bytes";
        }
        return parts.length == 3 ? parts[2] : call.getRequestMethod().equals("GET") ? "file" : "";
    }

    private record Reply(String mediaType, byte[] body) {}

    private void answer(HttpExchange call, String edge, String[] parts, byte[] body, Optional<Fault> fault)
            throws IOException, InterruptedException, Refusal {
        if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            throw new Refusal(401, 190, "Invalid OAuth access token", "");
        }
        if (edge.equals("bytes") && elsewhere.isPresent()) {
            call.getResponseHeaders().add("Location", elsewhere.get().toString());
            call.sendResponseHeaders(302, -1);
            return;
        }
        var reply = result(call, edge, parts, body);
        switch (fault.orElse(new Fault.Slow(Duration.ZERO))) {
            case Fault.Answer _, Fault.HangUpBefore _, Fault.HangUpAfter _ -> {}
            case Fault.Silent _ -> call.sendResponseHeaders(200, -1);
            case Fault.Truncated _ -> {
                call.sendResponseHeaders(200, reply.body().length);
                call.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
                call.getResponseBody().flush();
            }
            case Fault.Slow(var by) -> {
                Thread.sleep(by);
                reply(call, 200, reply.mediaType(), reply.body());
            }
        }
    }

    private Reply result(HttpExchange call, String edge, String[] parts, byte[] body) throws Refusal {
        return switch (edge) {
            case "messages" -> {
                ours(parts[1], NUMBER);
                yield json(api.messages(parsed(body)));
            }
            case "media" -> {
                ours(parts[1], NUMBER);
                var media = shelf.upload(body, call.getRequestHeaders().getFirst("Content-Type"));
                ledger.add(media);
                yield json(Json.object().put("id", media.id()));
            }
            case "message_templates" -> {
                ours(parts[1], ACCOUNT);
                yield json(
                        api.templates(after(call), url() + call.getRequestURI().toString()));
            }
            case "bytes" -> {
                var media = shelf.behind(parts[1])
                        .orElseThrow(() -> new Refusal(404, 100, "URL expired", "The address is too old"));
                yield new Reply(media.mediaType(), media.bytes());
            }
            case "file" -> json(about(parts[1]));
            default -> throw new Refusal(400, 100, "Unknown path components: /" + edge, "");
        };
    }

    private ObjectNode about(String id) throws Refusal {
        if (id.equals(NUMBER)) {
            return Json.object().put("id", NUMBER).put("display_phone_number", "+1 555-078-3881");
        }
        var media = shelf.get(id)
                .orElseThrow(() ->
                        new Refusal(400, 100, "Unsupported get request", "Object with ID '" + id + "' does not exist"));
        return shelf.about(media, url().toString());
    }

    private static void ours(String id, String expected) throws Refusal {
        if (!id.equals(expected)) {
            throw new Refusal(400, 100, "Unsupported post request", "Object with ID '" + id + "' does not exist");
        }
    }

    private static JsonNode parsed(byte[] body) throws Refusal {
        try {
            return Json.parse(body);
        } catch (UncheckedIOException malformed) {
            throw new Refusal(400, 100, "Invalid parameter", "The body is no JSON");
        }
    }

    private static String after(HttpExchange call) {
        var query = String.valueOf(call.getRequestURI().getQuery());
        int at = query.indexOf("&after=");
        return at < 0 ? "" : query.substring(at + "&after=".length());
    }

    private static Reply json(JsonNode node) {
        return new Reply("application/json", node.toString().getBytes(UTF_8));
    }

    private static void reply(HttpExchange call, int status, String mediaType, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", mediaType);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
    }

    /** Breaks all connections and takes no more; {@link #start} goes on where it was. */
    public void hangUp() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Ends the server and everything that waits on it. */
    @Override
    public void close() {
        courier.close();
        hangUp();
        threads.shutdownNow();
    }
}
