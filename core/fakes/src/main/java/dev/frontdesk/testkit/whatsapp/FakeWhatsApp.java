package dev.frontdesk.testkit.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.fault.Faults;
import dev.frontdesk.testkit.fault.FaultyServer;
import dev.frontdesk.testkit.fault.Weather;
import dev.frontdesk.testkit.phone.Phone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/**
 * The WhatsApp Cloud API of one number, on loopback, with the people who write to it. At its {@link #url()} a browser finds the app
 * of one of them, to be played by hand. Webhooks are signed and brought until they are
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
    private final Front front;
    private final FaultyServer server;

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
        front = new Front(this, api, shelf, ledger, faults, new Phone(new WhatsAppApp(this, shelf)));
        server = new FaultyServer(faults, Front::name, front::serve);
    }

    /** Serves on this port of loopback; 0 for any. */
    public FakeWhatsApp start(int port) {
        server.open(port);
        return this;
    }

    /** What goes into the configuration as the address of the Cloud API. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
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

    /** The next message and file get higher numbers than this: for a fake whose business remembers an earlier one. */
    public void restartIds(long last) {
        api.restartIds(last);
        shelf.restartIds(last);
    }

    Instant now() {
        return clock.instant();
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
        return file(person, name, type, shelf.put(mediaType, "", bytes, false), caption);
    }

    String file(String person, String name, String type, Ledger.Media media, String caption) {
        var fields = Json.object();
        var file = fields.putObject(type).put("id", media.id()).put("mime_type", media.mediaType());
        if (!media.name().isEmpty()) {
            file.put("filename", media.name());
        }
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

    /** What Meta answers when it refuses a call: an error with this code. */
    public static Fault refusal(int code, String details) {
        var status =
                switch (code) {
                    case 190 -> 401;
                    case 4, 80007, 130429, 131048, 131056 -> 429;
                    case 1, 2, 131000, 131016 -> 500;
                    default -> 400;
                };
        return new Fault.Answer(status, Json.error(code, "Refused", details).toString());
    }

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

    /**
     * From now on webhooks are brought as on a bad day: each up to so many times, up to so late, and in any order. The same seed makes
     * the same choices.
     */
    public void badDay(long seed, int mostTimes, Duration latest) {
        courier.weather(new Weather(new Random(seed), mostTimes, latest));
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
        front.redirectFiles(elsewhere);
    }

    /** Ends the connections on which nothing is asked right now, as the real one does after a while. */
    public void endKeptConnections() {
        server.endKept();
    }

    /** Breaks all connections and takes no more; {@link #start} goes on where it was. */
    public void hangUp() {
        server.hangUp();
    }

    /** Ends the server and everything that waits on it. */
    @Override
    public void close() {
        courier.close();
        server.close();
    }
}
