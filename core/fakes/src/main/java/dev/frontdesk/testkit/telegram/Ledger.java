package dev.frontdesk.testkit.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that went through the fake, in order. Safe for use by many threads; each list is a copy. */
public final class Ledger {

    /** An update that somebody caused. */
    public record Enqueued(long updateId, long chat, String raw, Instant at) {}

    /** How the bot said that it has an update. */
    public enum By {
        /** By a higher offset. */
        OFFSET,
        /** By a 2xx of its webhook. */
        WEBHOOK
    }

    /** The first acknowledgement of an update. */
    public record Acknowledged(long updateId, By by, Instant at) {}

    /**
     * A message of the bot that reached its chat.
     *
     * @param kind {@code text}, or the field of a message: {@code photo}, {@code location}, …
     * @param text or the caption, the coordinates, the name and number
     * @param replyTo 0 when it is no reply
     * @param album what the messages of one album have in common, or empty
     * @param topic 0 when it is in none
     * @param business the connection through which it was sent, or empty
     */
    public record Sent(
            long messageId,
            long chat,
            String kind,
            String text,
            List<Button> keyboard,
            long replyTo,
            Optional<File> file,
            String album,
            long topic,
            String business,
            Instant at) {}

    /** A file below a message. */
    public record File(String id, String name, String type, byte[] bytes) {}

    /** A button below a message. */
    public record Button(String label, String data) {}

    private final List<Enqueued> enqueued = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Long, List<Sent>> byChat = new HashMap<>();
    private final List<String> answered = new ArrayList<>();
    private final List<Long> typing = new ArrayList<>();

    Ledger() {}

    synchronized void add(Enqueued update) {
        enqueued.add(update);
    }

    synchronized void add(Sent message) {
        sent.add(message);
        byChat.computeIfAbsent(message.chat(), _ -> new ArrayList<>()).add(message);
    }

    synchronized void acknowledge(long update, By by, Instant at) {
        if (known.add(update)) {
            acknowledged.add(new Acknowledged(update, by, at));
        }
    }

    synchronized void answered(String callback) {
        answered.add(callback);
    }

    synchronized void typing(long chat) {
        typing.add(chat);
    }

    /** What people did. */
    public synchronized List<Enqueued> enqueued() {
        return List.copyOf(enqueued);
    }

    /** What the bot said it has. */
    public synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** True once the bot has said that it has this update. */
    public synchronized boolean isAcknowledged(long update) {
        return known.contains(update);
    }

    /** How many updates the bot has acknowledged. */
    public synchronized int acknowledgedCount() {
        return acknowledged.size();
    }

    /** All messages of the bot. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The messages of the bot in one chat. */
    public synchronized List<Sent> sentTo(long chat) {
        return List.copyOf(byChat.getOrDefault(chat, List.of()));
    }

    /** How many messages the bot has sent. */
    public synchronized int sentCount() {
        return sent.size();
    }

    /** The ids of the pressed buttons that the bot has answered. */
    public synchronized List<String> answeredCallbacks() {
        return List.copyOf(answered);
    }

    /** The chats in which the bot has shown that it types. */
    public synchronized List<Long> typing() {
        return List.copyOf(typing);
    }
}
