package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The keys of a message that say nothing. */
final class Vocabulary {

    /** What says how a message came about, and not what it says. */
    static final Set<String> AROUND = Set.of(
            "message_id",
            "message_thread_id",
            "is_topic_message",
            "from",
            "sender_chat",
            "sender_boost_count",
            "sender_business_bot",
            "sender_tag",
            "business_connection_id",
            "guest_query_id",
            "guest_bot_caller_user",
            "guest_bot_caller_chat",
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
            "reply_to_poll_option_id",
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

    /** What Telegram writes into a chat itself. Nobody said it, so it opens nothing. */
    private static final Set<String> SERVICE = Set.of(
            "new_chat_members",
            "left_chat_member",
            "chat_owner_left",
            "chat_owner_changed",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "channel_chat_created",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "pinned_message",
            "message_auto_delete_timer_changed",
            "connected_website",
            "write_access_allowed",
            "passport_data",
            "proximity_alert_triggered",
            "boost_added",
            "chat_background_set",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened",
            "general_forum_topic_hidden",
            "general_forum_topic_unhidden",
            "giveaway",
            "giveaway_created",
            "giveaway_winners",
            "giveaway_completed",
            "managed_bot_created",
            "video_chat_scheduled",
            "video_chat_started",
            "video_chat_ended",
            "video_chat_participants_invited",
            "paid_message_price_changed",
            "direct_message_price_changed",
            "poll_option_added",
            "poll_option_deleted",
            "suggested_post_approved",
            "suggested_post_approval_failed",
            "suggested_post_declined",
            "suggested_post_paid",
            "suggested_post_refunded",
            "refunded_payment",
            "gift_upgrade_sent",
            "checklist_tasks_done",
            "checklist_tasks_added");

    private Vocabulary() {}

    /** The kind of what Telegram itself wrote; empty when a person said it. */
    static String service(JsonNode message) {
        return message.propertyStream()
                .map(Map.Entry::getKey)
                .filter(SERVICE::contains)
                .findFirst()
                .orElse("");
    }
}
