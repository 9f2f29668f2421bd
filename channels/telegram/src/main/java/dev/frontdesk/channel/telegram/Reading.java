package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes of an update what the core knows: private chats are messages, everything else leaves a notice, and what cannot be read is
 * kept as such. Never throws. Safe for use by many threads.
 *
 * <p>Keys begin with the bot's id: another bot under the same name counts its messages from one again.
 */
final class Reading {

    /** What a bot is asked to bring. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    /**
     * One update.
     *
     * @param update its id, when it can be found
     * @param callback the id of a pressed button, which wants an answer
     */
    record Read(OptionalLong update, Inbound item, Optional<String> callback) {}

    private static final int LONGEST_NAME = 200;
    /** Embeddings, overrides and isolates: a name with one of them turns around what stands beside it. */
    private static final String TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    /** Letters and symbols that show nothing: fillers, the empty Braille pattern. */
    private static final String BLANK = "\u115f\u1160\u2800\u3164\uffa0";

    private static final int MOST_DATA_BYTES = 64;
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final String UPDATE_ID = "\"update_id\"";
    private static final Set<String> GONE = Set.of("kicked", "left");

    private final String bot;

    Reading(String bot) {
        this.bot = bot;
    }

    Read read(String text) {
        return read(Json.object(text), Raw.of(text), () -> text);
    }

    Read read(byte[] body) {
        return read(Json.object(body), new Raw(body), () -> new String(body, StandardCharsets.UTF_8));
    }

    /** Something that is not even JSON. */
    Read unreadable(String text) {
        return new Read(
                idIn(text), unreadable("is not JSON, or none this deep or long", Raw.of(text)), Optional.empty());
    }

    private interface Text {
        String get();
    }

    private Read read(Optional<JsonNode> json, Raw raw, Text text) {
        if (json.isEmpty()) {
            var why = "is not a JSON object, or one that is too deep or names a key twice";
            return new Read(idIn(text.get()), unreadable(why, raw), Optional.empty());
        }
        var update = json.get();
        var id = Json.number(update.path("update_id"));
        if (id.isEmpty()) {
            return new Read(id, unreadable("has no update_id", raw), Optional.empty());
        }
        return new Read(
                id, item(update, raw), Json.text(update.path("callback_query").path("id")));
    }

    private Inbound item(JsonNode update, Raw raw) {
        if (update.has("message")) {
            return message(update.path("message"), raw);
        }
        if (update.has("edited_message")) {
            return edit(update.path("edited_message"), raw);
        }
        if (update.has("callback_query")) {
            return press(update.path("callback_query"), raw);
        }
        if (update.has("my_chat_member")) {
            return reach(update.path("my_chat_member"), raw);
        }
        for (var field : update.properties()) {
            if (!field.getKey().equals("update_id")) {
                return notice(field.getKey(), field.getValue(), raw);
            }
        }
        return unreadable("holds nothing but its id", raw);
    }

    private Inbound message(JsonNode message, Raw raw) {
        var from = privately(message.path("chat"), message.path("from"));
        var id = Json.number(message.path("message_id"));
        if (from.isEmpty() || id.isEmpty()) {
            return elsewhere("message", message, raw);
        }
        var content = Contents.of(message);
        return content.isEmpty()
                ? notice(Contents.service(message), message, raw)
                : new Inbound.Message(
                        key(from.get(), id.getAsLong()),
                        from.get(),
                        content.get(),
                        details(message, message.path("reply_to_message")),
                        raw);
    }

    private Inbound edit(JsonNode message, Raw raw) {
        var from = privately(message.path("chat"), message.path("from"));
        var id = Json.number(message.path("message_id"));
        return from.isEmpty() || id.isEmpty()
                ? elsewhere("edited_message", message, raw)
                : notice("edited_message", message, raw);
    }

    private Inbound press(JsonNode press, Raw raw) {
        var message = press.path("message");
        var from = privately(message.path("chat"), press.path("from"));
        var id = Json.text(press.path("id"));
        if (from.isEmpty() || id.isEmpty()) {
            return elsewhere("callback_query", press, raw);
        }
        var data = Json.text(press.path("data"));
        Content content = data.isEmpty()
                ? new Content.Unsupported("game", press.path("game_short_name").asText("game"))
                : picked(data.get(), message);
        return new Inbound.Message(
                bot + ":cb:" + shortened(id.get()), from.get(), content, details(press, message), raw);
    }

    /** A press nobody waits for counts as its label. */
    private static Content picked(String data, JsonNode message) {
        if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
            return Content.text(data);
        }
        for (var row : message.path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("callback_data").asText().equals(data)) {
                    return new Content.Picked(data, button.path("text").asText());
                }
            }
        }
        return new Content.Picked(data, data);
    }

    private Inbound reach(JsonNode change, Raw raw) {
        var who = privately(change.path("chat"), change.path("from"));
        var status = change.path("new_chat_member").path("status").asText();
        if (who.isEmpty() || status.isEmpty()) {
            return elsewhere("my_chat_member", change, raw);
        }
        boolean gone = GONE.contains(status);
        return new Inbound.Reach(
                bot + ":reach:" + digest(raw), who.get(), !gone, gone ? "blocked the bot" : "lets the bot write", raw);
    }

    /** Who writes in a private chat; nobody for a group, a channel, or another bot. */
    private static Optional<Address> privately(JsonNode chat, JsonNode from) {
        var id = Json.number(chat.path("id"));
        if (id.isEmpty()
                || !chat.path("type").asText().equals("private")
                || from.path("is_bot").asBoolean()) {
            return Optional.empty();
        }
        var person = Long.toString(Json.number(from.path("id")).orElse(id.getAsLong()));
        var thread = Long.toString(id.getAsLong());
        return Optional.of(new Address(person, thread.equals(person) ? "" : thread));
    }

    /** Not from a person in a private chat: readable is noted, unreadable is kept. */
    private Inbound elsewhere(String kind, JsonNode payload, Raw raw) {
        var chat = payload.has("chat")
                ? payload.path("chat")
                : payload.path("message").path("chat");
        var type = chat.path("type").asText();
        boolean known = !type.isEmpty() && Json.number(chat.path("id")).isPresent();
        boolean inline = kind.equals("callback_query") && payload.has("inline_message_id");
        if (!known && !inline) {
            return unreadable("is a " + kind + " that names no chat", raw);
        }
        if (type.equals("private") && !payload.path("from").path("is_bot").asBoolean()) {
            return unreadable("is a " + kind + " without a usable id", raw);
        }
        return notice(kind, payload, raw);
    }

    private Inbound notice(String kind, JsonNode payload, Raw raw) {
        var chat = payload.has("chat")
                ? payload.path("chat")
                : payload.path("message").path("chat");
        var details = new LinkedHashMap<String, Value>();
        Map.of(
                        "chat",
                        chat.path("id"),
                        "chat-type",
                        chat.path("type"),
                        "message",
                        payload.path("message_id"),
                        "from",
                        payload.path("from").path("id"),
                        "text",
                        payload.path("text"))
                .forEach((name, value) -> {
                    if (value.isValueNode()) {
                        details.put(name, Value.of(value.asText()));
                    }
                });
        return new Inbound.Notice(bot + ":notice:" + digest(raw), "telegram." + kind, new Value.Fields(details), raw);
    }

    private Inbound unreadable(String why, Raw raw) {
        return new Inbound.Unreadable(bot + ":bad:" + digest(raw), "the update " + why, raw);
    }

    private String key(Address from, long message) {
        var chat = from.thread().isEmpty() ? from.identity() : from.thread();
        return bot + ":" + chat + ":" + message;
    }

    private static Details details(JsonNode said, JsonNode answered) {
        var from = said.path("from");
        return new Details(
                time(said.path("date")),
                name(from.path("first_name").asText() + " "
                        + from.path("last_name").asText()),
                Json.text(from.path("language_code")).flatMap(Reading::locale),
                optional(Json.number(answered.path("message_id"))).map(Object::toString),
                Optional.empty(),
                new Value.Fields(Map.of()));
    }

    /** Without what turns the writing of others around; none when nobody could see it. */
    private static Optional<String> name(String given) {
        var name = new StringBuilder();
        given.codePoints()
                .filter(c -> TURNING.indexOf(c) < 0)
                .takeWhile(c -> name.length() + Character.charCount(c) <= LONGEST_NAME)
                .forEach(name::appendCodePoint);
        return Optional.of(name.toString().strip())
                .filter(value -> value.codePoints().anyMatch(Reading::isVisible));
    }

    private static boolean isVisible(int c) {
        return !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && BLANK.indexOf(c) < 0;
    }

    /** Seconds; a fake is known that counts milliseconds. */
    private static Optional<Instant> time(JsonNode date) {
        return optional(Json.number(date))
                .filter(number -> number > 0)
                .map(number -> number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static Optional<Locale> locale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(found -> !found.getLanguage().isEmpty());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    /** The id of an update that is no JSON. Telegram writes it first. */
    private static OptionalLong idIn(String text) {
        int at = text.indexOf(UPDATE_ID);
        int start = at + UPDATE_ID.length();
        while (at >= 0 && start < text.length() && " :\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < 18 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return at >= 0 && end > start
                ? OptionalLong.of(Long.parseLong(text.substring(start, end)))
                : OptionalLong.empty();
    }

    private static String shortened(String id) {
        return id.length() > 64 ? digest(Raw.of(id)) : id;
    }

    /** The same bytes are the same thing. */
    private static String digest(Raw raw) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(raw.bytes());
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
