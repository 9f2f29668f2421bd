package dev.frontdesk.bench.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.util.Map;
import java.util.Set;

/** Meta: signs the body, and says in it which number it is for. */
final class WhatsApp implements Provider {
    private static final String SECRET = "bench-app-secret";
    private static final String ACCOUNT = "102290129340398";
    private static final String NUMBER = "106540352242922";

    /** Fields of webhooks and signs within messages, as Meta documents them. */
    private static final Set<String> EVENTS = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "automatic_events",
            "business_capability_update",
            "business_status_update",
            "calls",
            "flows",
            "group_lifecycle_update",
            "group_participants_update",
            "group_settings_update",
            "group_status_update",
            "history",
            "message_echoes",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "messaging_handovers",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "smb_app_state_sync",
            "smb_message_echoes",
            "standby",
            "template_category_update",
            "template_correct_category_detection",
            "tracking_events",
            "user_id_update",
            "user_preferences",
            "system",
            "request_welcome",
            "call_permission_reply",
            "status",
            "group-message",
            "own-message",
            "echoed-revoke",
            "echoed-edit",
            "echoed-reaction");

    @Override
    public boolean knows(JsonNode node) {
        return node.has("entry") || !isPart(node).isEmpty();
    }

    /** Which part of a webhook it is; empty when none. */
    private static String isPart(JsonNode node) {
        boolean value = node.has("messaging_product")
                && (node.has("metadata") || node.path("messages").isArray() || node.has("statuses"));
        return value
                ? "value"
                : node.has("changes")
                        ? "entry"
                        : node.has("field") && node.has("value")
                                ? "change"
                                : node.has("id") && node.has("status") && node.has("recipient_id")
                                        ? "statuses"
                                        : node.has("type") && (node.has("from") || node.has("from_user_id"))
                                                ? "messages"
                                                : "";
    }

    @Override
    public JsonNode whole(JsonNode node, int number) {
        var webhook =
                switch (node.has("entry") ? "" : isPart(node)) {
                    case "value" -> Webhooks.of(ACCOUNT, "messages", node);
                    case "entry" -> {
                        var whole = object().put("object", "whatsapp_business_account");
                        whole.putArray("entry").add(node);
                        yield whole;
                    }
                    case "change" -> {
                        var whole = object().put("object", "whatsapp_business_account");
                        whole.putArray("entry")
                                .addObject()
                                .put("id", ACCOUNT)
                                .putArray("changes")
                                .add(node);
                        yield whole;
                    }
                    case "messages" -> Webhooks.of(ACCOUNT, "messages", in("messages", node));
                    case "statuses" -> Webhooks.of(ACCOUNT, "messages", in("statuses", node));
                    default -> node.deepCopy();
                };
        numbered(webhook);
        return webhook;
    }

    private static JsonNode in(String kind, JsonNode part) {
        var value = Webhooks.value(NUMBER);
        value.putArray(kind).add(part);
        return value;
    }

    /** A place-holder is no number a channel could have. */
    private static void numbered(JsonNode webhook) {
        for (var entry : webhook.path("entry")) {
            for (var change : entry.path("changes")) {
                if (change.path("value").path("metadata") instanceof ObjectNode metadata
                        && !isNumber(metadata.path("phone_number_id").asText())) {
                    metadata.put("phone_number_id", NUMBER);
                }
            }
        }
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.length() <= 40 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String channel(JsonNode webhook) {
        var number =
                webhook.at("/entry/0/changes/0/value/metadata/phone_number_id").asText();
        return """
                type = whatsapp, phone-number-id = "%s", access-token = bench, verify-token = bench, mark-read = false
                  app-secret = "%s", api-url = "http://127.0.0.1:9\"""".formatted(isNumber(number) ? number : NUMBER, SECRET);
    }

    @Override
    public String endpoint() {
        return "webhook";
    }

    @Override
    public Map<String, String> credentials(byte[] body) {
        return Map.of("X-Hub-Signature-256", Webhooks.signature(SECRET, body));
    }

    @Override
    public boolean isKnownEvent(String notice) {
        return EVENTS.contains(notice.substring(notice.indexOf('.') + 1));
    }
}
