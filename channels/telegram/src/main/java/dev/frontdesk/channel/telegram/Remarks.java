package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.util.Map;
import java.util.TreeMap;

/** What is nobody's message: kept as a notice where it can be read, else as a dead letter. */
record Remarks(Keys keys) {

    /** Where the facts stand that a look at a notice is for. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("chat", "/chat/id"),
            Map.entry("chat-type", "/chat/type"),
            Map.entry("message", "/message_id"),
            Map.entry("from", "/from/id"),
            Map.entry("text", "/text"),
            Map.entry("status", "/new_chat_member/status"),
            Map.entry("moved-to", "/migrate_to_chat_id"),
            Map.entry("moved-from", "/migrate_from_chat_id"),
            Map.entry("id", "/id"),
            Map.entry("owner", "/user/first_name"),
            Map.entry("enabled", "/is_enabled"),
            Map.entry("can-reply", "/rights/can_reply"));

    Inbound notice(String kind, JsonNode payload, Raw raw) {
        var details = new TreeMap<String, Value>();
        FACTS.forEach((name, where) -> {
            var value = payload.at(where);
            if (value.isMissingNode()) {
                value = payload.path("message").at(where);
            }
            if (value.isValueNode() && !value.isNull()) {
                details.put(name, Value.of(value.asText()));
            }
        });
        var named = kind.length() > 64 ? kind.substring(0, 64) : kind;
        return new Inbound.Notice(keys.of("notice", raw), "telegram." + named, new Value.Fields(details), raw);
    }

    Inbound unreadable(String why, Raw raw) {
        return new Inbound.Unreadable(keys.of("bad", raw), "the update " + why, raw);
    }

    /** Not from somebody one could answer: readable is noted, unreadable is kept. */
    Inbound elsewhere(String kind, JsonNode payload, Raw raw) {
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
}
