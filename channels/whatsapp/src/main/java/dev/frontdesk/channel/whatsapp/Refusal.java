package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An error as Meta writes it, in answers and in statuses. Only the code counts: titles change, and the HTTP status says little.
 *
 * @param code 0 when there is none
 * @param passing Meta says itself that it will pass
 */
record Refusal(int code, int subcode, String title, String details, boolean passing) {

    static final int UNREACHABLE = 131026;

    static Refusal of(JsonNode error) {
        var details = error.path("error_data").path("details").asText();
        return new Refusal(
                error.path("code").asInt(),
                error.path("error_subcode").asInt(),
                Json.text(error.path("title")).orElse(error.path("message").asText()),
                details.isEmpty() ? error.path("error_user_msg").asText() : details,
                error.path("is_transient").asBoolean());
    }

    /** What a person reads. */
    String why() {
        var parts = new ArrayList<String>(List.of(Integer.toString(code)));
        if (!title.isEmpty()) {
            parts.add(title);
        }
        if (!details.isEmpty() && !details.equals(title)) {
            parts.add("– " + details);
        }
        var text = String.join(" ", parts);
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
