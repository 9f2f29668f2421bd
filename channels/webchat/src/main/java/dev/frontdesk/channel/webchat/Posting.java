package dev.frontdesk.channel.webchat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Raw;
import java.nio.charset.StandardCharsets;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what a visitor writes. The widget makes the id of each message and repeats it until it is answered, and the id is bound
 * to the visitor: so a message is stored exactly once, and nobody can get in the way of another's.
 */
final class Posting {

    static final int MAX_BODY = 64 * 1024;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TOKEN = 64;

    private final Intake intake;

    Posting(Intake intake) {
        this.intake = intake;
    }

    /** Stores a message and says so after the commit. */
    HttpReply post(String visitor, byte[] body) throws Exception {
        return accept(read(visitor, body));
    }

    HttpReply accept(Inbound inbound) throws Exception {
        var accepted = intake.accept(Batch.of(inbound)).getFirst();
        return Replies.json(Map.of(
                "result",
                switch (accepted) {
                    case STORED -> "stored";
                    case DUPLICATE -> "duplicate";
                    case DEAD_LETTER -> "dead-letter";
                }));
    }

    private static Inbound read(String visitor, byte[] body) {
        var raw = new Raw(body);
        return Json.object(body)
                .flatMap(json -> message(visitor, json, raw))
                .orElseGet(() -> new Inbound.Unreadable(
                        visitor + ":bad:" + Digests.sha256(body), "no id and text in " + raw, raw));
    }

    private static Optional<Inbound> message(String visitor, JsonNode json, Raw raw) {
        var id = text(json, "id").flatMap(Posting::uuid);
        var content = content(json);
        if (id.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Inbound.Message(visitor + ":" + id.get(), Address.of(visitor), content.get(), details(json), raw));
    }

    private static Optional<Content> content(JsonNode json) {
        var token = text(json, "pick").filter(pick -> pick.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TOKEN);
        return text(json, "text")
                .map(text -> token.<Content>map(pick -> new Content.Picked(pick, text))
                        .orElseGet(() -> Content.text(text)));
    }

    private static Details details(JsonNode json) {
        return details(text(json, "name"), text(json, "language"));
    }

    static Details details(Optional<String> called, Optional<String> spoken) {
        var details = Details.none();
        var name = called.filter(value -> value.length() <= LONGEST_NAME && !value.isBlank());
        var language = spoken.flatMap(Posting::locale);
        details = name.map(details::withName).orElse(details);
        return language.map(details::withLanguage).orElse(details);
    }

    static Optional<String> uuid(String text) {
        try {
            var canonical = UUID.fromString(text).toString();
            return Optional.of(canonical).filter(text::equalsIgnoreCase);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> locale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(found -> !found.getLanguage().isEmpty());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.path(key).textValue()).filter(value -> !value.isEmpty());
    }
}
