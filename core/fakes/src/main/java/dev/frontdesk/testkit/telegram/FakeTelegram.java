package dev.frontdesk.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.fault.Faults;
import dev.frontdesk.testkit.fault.FaultyServer;
import dev.frontdesk.testkit.fault.Weather;
import dev.frontdesk.testkit.phone.Phone;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Telegram Bot API of one bot, on loopback, with the people who write to it. At its {@link #url()} a browser finds the app of one
 * of them, to be played by hand. What is not acknowledged stays and is handed over
 * again: to the next poll, or to the webhook, the updates of a chat one after the other. Faults are asked for by method, and the
 * {@link #ledger()} knows everything that went through. Safe for use by many threads; it does not mind clients that die.
 *
 * <pre>{@code
 * try (var telegram = new FakeTelegram().start(0)) {
 *     long update = telegram.enqueueText(4711, 4711, "Ann", "Where is my order?");
 *     …
 *     telegram.ledger().isAcknowledged(update);
 *     telegram.ledger().sentTo(4711);
 * }
 * }</pre>
 */
public final class FakeTelegram implements AutoCloseable {

    /** The bot's token unless another is given. */
    public static final String TOKEN = "123456:AAF-fake-token-of-the-desk-bot";

    private final String token;
    private final InstantSource clock = InstantSource.system();
    private final Ledger ledger = new Ledger();
    private final People people = new People();
    private final Faults faults = new Faults();
    private final AtomicLong ids = new AtomicLong(100);
    private final FileStore files = new FileStore();
    private final AtomicLong callbacks = new AtomicLong(4_382_000_000_000_000L);
    private final UpdateQueue queue = new UpdateQueue(ledger, clock);
    private final Webhook webhook;
    private final FaultyServer server;

    /** A bot with the usual token; its webhook is tried again after one second, then up to a minute later. */
    public FakeTelegram() {
        this(TOKEN, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /** A bot whose webhook is tried again at once, after {@code firstPause}, then after ever longer pauses. */
    public FakeTelegram(String token, Duration firstPause, Duration longestPause) {
        this.token = token;
        webhook = new Webhook(queue, firstPause, longestPause);
        var api = new BotApi(people, queue, webhook, ledger, files, new Sends(people, files, ledger, clock, ids));
        var front = new Front(token, api, files, faults, new Phone(new TelegramApp(this)));
        server = new FaultyServer(faults, (_, path) -> Front.name(path), front::serve);
    }

    /** Serves on this port of loopback; 0 for any. */
    public FakeTelegram start(int port) {
        server.open(port);
        return this;
    }

    /** What goes into the bot's configuration as the address of the Bot API. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The bot's token. */
    public String token() {
        return token;
    }

    /** Everything that went through. */
    public Ledger ledger() {
        return ledger;
    }

    /** Somebody with the app, in their private chat with the bot. */
    public Customer customer(long id, String name) {
        return new Customer(this, people.meet(id, id, name));
    }

    /** The owner of a business account lets the bot into their chats, or takes it out again. */
    public long connect(String connection, long owner, String name, boolean enabled) {
        people.connect(new People.Connection(connection, owner, name, enabled));
        var change = Json.object()
                .put("id", connection)
                .put("user_chat_id", owner)
                .put("date", now())
                .put("is_enabled", enabled);
        change.set("user", People.user(owner, name));
        change.putObject("rights").put("can_reply", true);
        return enqueue(owner, "business_connection", change);
    }

    /** A group becomes a supergroup: it has another id from now on, and what is sent to the old one is refused. */
    public void migrate(long group, long supergroup) {
        people.move(group, supergroup);
    }

    /** Nothing can be written into this topic any more. */
    public void closeTopic(long topic) {
        people.closeTopic(topic);
    }

    /** Serves files as a server that runs with {@code --local}: whole paths into this folder, of any size. */
    public void keepFilesIn(Path folder) {
        files.local(folder);
    }

    /** A file that Telegram has. Answers its id. The size is what Telegram says, whatever the bytes are. */
    public String file(byte[] bytes, long size) {
        return files.add("", "", size, bytes).id();
    }

    /** Telegram forgets a file. */
    public void forgetFile(String id) {
        files.forget(id);
    }

    /** Telegram says that a file lies at this path. */
    public void misplaceFile(String id, String path) {
        files.rename(id, path);
    }

    People people() {
        return people;
    }

    FileStore files() {
        return files;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Somebody has started the bot, so that it may write to them, and has said nothing. */
    public void meet(long chatId, long userId, String name) {
        people.meet(chatId, userId, name);
    }

    /** Somebody writes a text. Answers the id of the update. */
    public long enqueueText(long chatId, long userId, String name, String text) {
        return enqueueMessage(chatId, userId, name, Json.object().put("text", text));
    }

    /** Somebody sends a message that consists of these fields, as in {@code {"photo":[…]}}; the usual ones are added. */
    public long enqueueMessage(long chatId, long userId, String name, JsonNode fields) {
        return enqueue(chatId, "message", message(people.meet(chatId, userId, name), ids.incrementAndGet(), fields));
    }

    /** Somebody changes the text of a message of theirs. */
    public long edit(long chatId, long messageId, String text) {
        var fields =
                Json.object().put("text", text).put("edit_date", clock.instant().getEpochSecond());
        return enqueue(chatId, "edited_message", message(known(chatId), messageId, fields));
    }

    /** Somebody presses a button of a message. Answers the id of the update. */
    public long press(long chatId, long messageId, String buttonData) {
        var person = known(chatId);
        return press(person, message(person, messageId, Json.object()), buttonData);
    }

    long press(People.Person person, ObjectNode message, String buttonData) {
        var pressed = Json.object()
                .put("id", Long.toString(callbacks.incrementAndGet()))
                .put("chat_instance", "-1")
                .put("data", buttonData);
        pressed.set("from", People.user(person));
        long chat = message.at("/chat/id").asLong();
        var below = ledger.sentTo(chat).stream()
                .filter(sent -> sent.messageId() == message.path("message_id").asLong())
                .findFirst();
        message.put("text", below.map(Ledger.Sent::text).orElse("long ago"));
        below.ifPresent(sent -> message.set("reply_markup", markup(sent)));
        pressed.set("message", message);
        return add(chat, "callback:" + person.id(), "callback_query", pressed);
    }

    private static ObjectNode markup(Ledger.Sent sent) {
        var markup = Json.object();
        var rows = markup.putArray("inline_keyboard");
        sent.keyboard()
                .forEach(button ->
                        rows.addArray().addObject().put("text", button.label()).put("callback_data", button.data()));
        return markup;
    }

    /** Somebody blocks the bot, or takes it back; the bot is told, and cannot write to them meanwhile. */
    public long block(long chatId, boolean on) {
        people.block(chatId, on);
        var change = Json.object().put("date", clock.instant().getEpochSecond());
        change.set("from", People.user(known(chatId)));
        change.set("chat", People.chat(known(chatId)));
        change.putObject("old_chat_member").put("status", on ? "member" : "kicked");
        change.putObject("new_chat_member").put("status", on ? "kicked" : "member");
        return enqueue(chatId, "my_chat_member", change);
    }

    /** An update of any kind: {@code {"update_id":…,"<kind>":<payload>}}. */
    public long enqueue(long chatId, String kind, JsonNode payload) {
        return add(chatId, "chat:" + chatId, kind, payload);
    }

    private long add(long chatId, String lane, String kind, JsonNode payload) {
        var way = webhook.lane(lane);
        long id = queue.add(
                chatId,
                way,
                update -> Json.object()
                        .put("update_id", update)
                        .<ObjectNode>set(kind, payload)
                        .toString());
        webhook.wake(way);
        return id;
    }

    /** An update with this text behind its id, which may be anything: {@code {"update_id":…,<text>}}. */
    public long enqueueRaw(long chatId, String text) {
        long id = queue.add(chatId, "chat:" + chatId, update -> "{\"update_id\":" + update + "," + text + "}");
        webhook.wake("chat:" + chatId);
        return id;
    }

    /**
     * From now on the webhook is called as on a bad day: each update up to so many times, up to so late, and in any order. The same
     * seed makes the same choices.
     */
    public void badDay(long seed, int mostTimes, Duration latest) {
        webhook.weather(new Weather(new Random(seed), mostTimes, latest));
    }

    /** Hands an update over once more, although it was acknowledged. */
    public void repeat(long updateId) {
        ledger.enqueued().stream()
                .filter(update -> update.updateId() == updateId)
                .forEach(update -> {
                    queue.put(updateId, "chat:" + update.chat(), update.raw());
                    webhook.wake("chat:" + update.chat());
                });
    }

    /** The next message gets a higher number than this: for a fake whose bot remembers an earlier one. */
    public void restartMessageIds(long last) {
        ids.set(last);
    }

    /** The next update gets this id: Telegram starts anew at random after a week of silence. */
    public void restartUpdateIds(long next) {
        queue.restartAt(next);
    }

    /** What Telegram answers when it refuses a call: {@code {"ok":false,…}} with this code, 409 for a second poll, say. */
    public static Fault refusal(int code, String description) {
        return new Fault.Answer(code, Json.refusal(code, description).toString());
    }

    /** 429 with the time to wait. */
    public static Fault tooMany(int retryAfterSeconds) {
        var body = Json.refusal(429, "Too Many Requests: retry after " + retryAfterSeconds);
        body.putObject("parameters").put("retry_after", retryAfterSeconds);
        return new Fault.Answer(429, body.toString());
    }

    /** The next call of a method goes wrong like this; several are used up in order. {@code file} is the download of one. */
    public void failOnce(String method, Fault fault) {
        faults.once(method, fault);
    }

    /** Every call of a method goes wrong like this until {@link #heal()}. */
    public void failAlways(String method, Fault fault) {
        faults.always(method, fault);
    }

    /** No more faults. */
    public void heal() {
        faults.heal();
    }

    /** How often a method was called, failed calls included. */
    public int calls(String method) {
        return faults.calls(method);
    }

    /** How many updates the bot has not acknowledged. */
    public int pending() {
        return queue.size();
    }

    /** Where the bot wants to be called. */
    public Optional<URI> webhookUrl() {
        return webhook.target().map(Webhook.Target::url);
    }

    /** A webhook that somebody else has set. */
    public void setWebhook(URI url, String secret) {
        webhook.set(new Webhook.Target(url, secret, 40));
    }

    private People.Person known(long chatId) {
        return people.in(chatId)
                .orElseThrow(() -> new IllegalArgumentException("nobody has written in chat " + chatId));
    }

    private ObjectNode message(People.Person from, long id, JsonNode fields) {
        var message = Json.object().put("message_id", id);
        message.set("from", People.user(from));
        message.set("chat", People.chat(from));
        message.put("date", clock.instant().getEpochSecond());
        fields.properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        return message;
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
        webhook.close();
        server.close();
    }
}
