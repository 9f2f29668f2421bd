package dev.frontdesk.bench.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Telegram: says the secret it was given. */
final class Telegram implements Provider {
    private static final String TOKEN = "123456:bench";
    private static final String SECRET = "bench-webhook-secret";

    /** What an update may be, as the Bot API documents it. */
    private static final Set<String> KINDS = Set.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "business_message",
            "edited_business_message",
            "deleted_business_messages",
            "guest_message",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost",
            "managed_bot");

    /** Who sets no webhook is not healthy, so there must be a Bot API to set it at; it lives as long as this process. */
    private @Nullable FakeTelegram api;

    private URI api() {
        if (api == null) {
            api = new FakeTelegram(TOKEN, Duration.ofSeconds(1), Duration.ofMinutes(1)).start(0);
        }
        return api.url();
    }

    @Override
    public boolean knows(JsonNode node) {
        return node.has("update_id") || node.has("message_id") || KINDS.stream().anyMatch(node::has);
    }

    @Override
    public JsonNode whole(JsonNode node, int number) {
        var update = JsonNodeFactory.instance.objectNode().put("update_id", 1_000 + number);
        if (!node.isObject() || node.has("update_id")) {
            return node;
        } else if (node.has("message_id") && node.has("chat")) {
            update.set("message", node);
        } else if (KINDS.stream().anyMatch(node::has)) {
            node.properties().forEach(field -> update.set(field.getKey(), field.getValue()));
        } else {
            return node;
        }
        return update;
    }

    @Override
    public String channel(JsonNode webhook) {
        return """
                type = telegram, mode = webhook, token = "%s", webhook-secret = "%s"
                  api-url = "%s", webhook-url = "http://127.0.0.1:9/updates\"""".formatted(TOKEN, SECRET, api());
    }

    @Override
    public String endpoint() {
        return "updates";
    }

    @Override
    public Map<String, String> credentials(byte[] body) {
        return Map.of("X-Telegram-Bot-Api-Secret-Token", SECRET);
    }

    /** Beside the kinds of updates there are the service messages: whatever it is called, Telegram wrote it. */
    @Override
    public boolean isKnownEvent(String notice) {
        return notice.startsWith("telegram.");
    }
}
