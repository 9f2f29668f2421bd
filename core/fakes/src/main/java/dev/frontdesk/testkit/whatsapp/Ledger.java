package dev.frontdesk.testkit.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that went through the fake, in order. Safe for use by many threads; each list is a copy. */
public final class Ledger {

    /**
     * A message of the business that Meta took.
     *
     * @param to the phone number or user id it was addressed to
     * @param body the whole request
     */
    public record Sent(String wamid, String to, JsonNode body, Instant at) {

        /** The whole request as it came. */
        public String request() {
            return body.toString();
        }

        /** What a person reads: the text, the question, the caption, the name of the template. */
        public String text() {
            return switch (body.path("type").asText()) {
                case "text" -> body.path("text").path("body").asText();
                case "interactive" ->
                    body.path("interactive").path("body").path("text").asText();
                case "template" -> body.path("template").path("name").asText();
                default -> body.path(body.path("type").asText()).path("caption").asText();
            };
        }
    }

    /** A file that was uploaded, or that somebody has sent. */
    public record Media(String id, String mediaType, String name, byte[] bytes, Instant at) {}

    /** One attempt to bring a webhook; the status is 0 where nobody answered. */
    public record Brought(String body, int status, Instant at) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<Media> uploaded = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> typing = new ArrayList<>();
    private final List<Brought> brought = new ArrayList<>();
    private final List<String> webhooks = new ArrayList<>();

    Ledger() {}

    synchronized void add(Sent message) {
        sent.add(message);
    }

    synchronized void add(Media media) {
        uploaded.add(media);
    }

    synchronized void add(Brought attempt) {
        brought.add(attempt);
    }

    synchronized void webhook(String body) {
        webhooks.add(body);
    }

    synchronized void read(String wamid) {
        read.add(wamid);
    }

    synchronized void typing(String wamid) {
        typing.add(wamid);
    }

    /** All messages of the business. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The messages to one phone number or user id. */
    public synchronized List<Sent> sentTo(String to) {
        return sent.stream().filter(message -> message.to().equals(to)).toList();
    }

    /** A message by its id. */
    public synchronized Optional<Sent> sent(String wamid) {
        return sent.stream().filter(message -> message.wamid().equals(wamid)).findFirst();
    }

    /** The files of the business. */
    public synchronized List<Media> uploaded() {
        return List.copyOf(uploaded);
    }

    /** The messages of people that were marked as read. */
    public synchronized List<String> read() {
        return List.copyOf(read);
    }

    /** The messages of people below which typing was shown. */
    public synchronized List<String> typing() {
        return List.copyOf(typing);
    }

    /** All webhooks that were to be brought, each once. */
    public synchronized List<String> webhooks() {
        return List.copyOf(webhooks);
    }

    /** All attempts to bring webhooks. */
    public synchronized List<Brought> brought() {
        return List.copyOf(brought);
    }
}
