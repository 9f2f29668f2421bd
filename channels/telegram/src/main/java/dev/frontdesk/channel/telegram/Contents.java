package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a message in a private chat says. Telegram puts each kind under a key of its own, so a kind that is new next year is one
 * more key: it is shown by that name. Safe for use by many threads.
 */
final class Contents {

    /** What a kind is as text, for people and for answers; the first that a message has counts, since some come in pairs. */
    private static final Map<String, Function<JsonNode, String>> KINDS = kinds();

    /** What says how a message came about, and not what it says. */
    private static final Set<String> AROUND = Set.of(
            "message_id",
            "message_thread_id",
            "is_topic_message",
            "from",
            "sender_chat",
            "sender_boost_count",
            "sender_business_bot",
            "business_connection_id",
            "date",
            "edit_date",
            "chat",
            "forward_origin",
            "forward_from",
            "forward_from_chat",
            "forward_from_message_id",
            "forward_sender_name",
            "forward_signature",
            "forward_date",
            "is_automatic_forward",
            "is_from_offline",
            "is_paid_post",
            "reply_to_message",
            "external_reply",
            "quote",
            "reply_to_story",
            "reply_to_checklist_task_id",
            "via_bot",
            "has_protected_content",
            "has_media_spoiler",
            "show_caption_above_media",
            "media_group_id",
            "author_signature",
            "paid_star_count",
            "entities",
            "caption",
            "caption_entities",
            "link_preview_options",
            "effect_id",
            "reply_markup",
            "suggested_post_info",
            "direct_messages_topic");

    /** What Telegram writes into a private chat itself. Nobody said it, so it opens nothing. */
    private static final Set<String> SERVICE = Set.of(
            "pinned_message",
            "message_auto_delete_timer_changed",
            "connected_website",
            "write_access_allowed",
            "passport_data",
            "boost_added",
            "chat_background_set",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened",
            "giveaway_created",
            "giveaway_completed",
            "video_chat_scheduled",
            "video_chat_started",
            "video_chat_ended",
            "paid_message_price_changed",
            "direct_message_price_changed",
            "suggested_post_approved",
            "suggested_post_declined",
            "refunded_payment",
            "checklist_tasks_done",
            "checklist_tasks_added");

    private Contents() {}

    /** Empty for what Telegram itself wrote. */
    static Optional<Content> of(JsonNode message) {
        if (message.path("text").isTextual()) {
            return Optional.of(Content.text(message.path("text").textValue()));
        }
        for (var kind : KINDS.entrySet()) {
            if (message.has(kind.getKey())) {
                var about = kind.getValue().apply(message.path(kind.getKey()));
                return Optional.of(new Content.Unsupported(kind.getKey(), withCaption(about, message)));
            }
        }
        return service(message).isEmpty()
                ? Optional.of(new Content.Unsupported(unknown(message), withCaption("", message)))
                : Optional.empty();
    }

    /** The kind of what Telegram itself wrote; empty when a person said it. */
    static String service(JsonNode message) {
        return SERVICE.stream().filter(message::has).findFirst().orElse("");
    }

    private static String unknown(JsonNode message) {
        return message.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !AROUND.contains(key) && key.length() <= 64)
                .findFirst()
                .orElse("message");
    }

    private static String withCaption(String about, JsonNode message) {
        var caption = message.path("caption").asText();
        return about.isEmpty() || caption.isEmpty() ? about + caption : about + "\n" + caption;
    }

    private static Map<String, Function<JsonNode, String>> kinds() {
        var kinds = new LinkedHashMap<String, Function<JsonNode, String>>();
        kinds.put("animation", animation -> animation.path("file_name").asText());
        kinds.put("photo", _ -> "");
        kinds.put("video", video -> video.path("file_name").asText());
        kinds.put("video_note", _ -> "");
        kinds.put("voice", _ -> "");
        kinds.put("audio", audio -> join(" – ", audio, "performer", "title"));
        kinds.put("document", document -> document.path("file_name").asText());
        kinds.put("sticker", sticker -> sticker.path("emoji").asText());
        kinds.put("contact", contact -> join(" ", contact, "first_name", "last_name", "phone_number"));
        kinds.put("venue", venue -> join(", ", venue, "title", "address") + at(venue.path("location")));
        kinds.put("location", location -> join(", ", location, "latitude", "longitude"));
        kinds.put("poll", poll -> poll.path("question").asText());
        kinds.put("dice", dice -> join(" ", dice, "emoji", "value"));
        kinds.put("game", game -> game.path("title").asText());
        kinds.put("story", _ -> "");
        kinds.put("paid_media", _ -> "");
        kinds.put("web_app_data", data -> data.path("data").asText());
        kinds.put("invoice", invoice -> invoice.path("title").asText());
        kinds.put("successful_payment", payment -> join(" ", payment, "total_amount", "currency"));
        return kinds;
    }

    private static String at(JsonNode location) {
        return location.isObject() ? " (" + join(", ", location, "latitude", "longitude") + ")" : "";
    }

    private static String join(String between, JsonNode of, String... keys) {
        var text = new StringBuilder();
        for (var key : keys) {
            var value = of.path(key).asText();
            text.append(text.isEmpty() || value.isEmpty() ? "" : between).append(value);
        }
        return text.toString();
    }
}
