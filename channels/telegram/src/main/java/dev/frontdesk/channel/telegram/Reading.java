package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes of an update what the core knows. What concerns nobody leaves a notice, and what cannot be read is kept as such. Never
 * throws. Safe for use by many threads.
 */
final class Reading {

    /** What a bot is asked to bring. */
    static final List<String> KINDS = List.of(
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member",
            "message_reaction",
            "business_connection",
            "business_message",
            "edited_business_message",
            "deleted_business_messages");

    /**
     * One update.
     *
     * @param update its id, when it can be found
     * @param items what it tells, mostly one thing
     * @param callback the id of a pressed button, which wants an answer
     */
    record Read(OptionalLong update, List<Inbound> items, Optional<String> callback) {}

    private static final String UPDATE_ID = "\"update_id\"";

    private final Keys keys;
    private final Remarks remarks;
    private final Speech speech;
    private final Changes changes;

    Reading(String bot, Groups groups) {
        keys = new Keys(bot);
        remarks = new Remarks(keys);
        var senders = new Senders(bot, groups);
        var contents = new Contents(new Files(bot));
        speech = new Speech(keys, senders, contents, remarks);
        changes = new Changes(keys, senders, contents, remarks);
    }

    Read read(String text) {
        return read(Json.object(text), Raw.of(text), () -> text);
    }

    Read read(byte[] body) {
        return read(Json.object(body), new Raw(body), () -> new String(body, StandardCharsets.UTF_8));
    }

    /** Something that is not even JSON. */
    Read unreadable(String text) {
        return unreadable(idIn(text), "is not JSON, or none this deep or long", Raw.of(text));
    }

    private interface Text {
        String get();
    }

    private Read read(Optional<JsonNode> json, Raw raw, Text text) {
        if (json.isEmpty()) {
            return unreadable(
                    idIn(text.get()), "is not a JSON object, or one that is too deep or names a key twice", raw);
        }
        var update = json.get();
        var id = Json.number(update.path("update_id"));
        if (id.isEmpty()) {
            return unreadable(id, "has no update_id", raw);
        }
        return new Read(
                id, items(update, raw), Json.text(update.path("callback_query").path("id")));
    }

    private Read unreadable(OptionalLong id, String why, Raw raw) {
        return new Read(id, List.of(remarks.unreadable(why, raw)), Optional.empty());
    }

    private List<Inbound> items(JsonNode update, Raw raw) {
        for (var field : update.properties()) {
            var kind = field.getKey();
            var value = field.getValue();
            switch (kind) {
                case "update_id" -> {}
                case "message", "business_message" -> {
                    return List.of(speech.message(kind, value, raw));
                }
                case "callback_query" -> {
                    return List.of(speech.press(value, raw));
                }
                case "edited_message", "edited_business_message" -> {
                    return List.of(changes.edit(kind, value, raw));
                }
                case "deleted_business_messages" -> {
                    return changes.removed(value, raw);
                }
                case "message_reaction" -> {
                    return List.of(changes.reaction(value, raw));
                }
                case "my_chat_member" -> {
                    return List.of(changes.reach(value, raw));
                }
                default -> {
                    return List.of(remarks.notice(kind, value, raw));
                }
            }
        }
        return List.of(remarks.unreadable("holds nothing but its id", raw));
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
}
