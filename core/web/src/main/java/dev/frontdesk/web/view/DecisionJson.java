package dev.frontdesk.web.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.web.http.Json;
import java.io.IOException;
import java.util.List;

/** Why this agent and not another: the latest decision about a conversation, as the engine recorded it. */
public final class DecisionJson {
    private DecisionJson() {}

    /** @param position in the queue, 0 when it is in none */
    public static void write(JsonGenerator to, Value.Fields recorded, Conversation conversation, int position)
            throws IOException {
        var decision = recorded.get("decision") instanceof Value.Fields inner ? inner : recorded;
        to.writeStartObject();
        Json.field(to, "at", recorded.get("at").asText());
        for (String name : List.of("team", "agent", "strategy", "why")) {
            Json.field(to, name, decision.get(name).asText());
        }
        if (decision.get("candidates") instanceof Value.Items(var candidates)) {
            to.writeArrayFieldStart("candidates");
            for (var candidate : candidates) {
                if (candidate instanceof Value.Fields fields) {
                    candidate(to, fields);
                }
            }
            to.writeEndArray();
        }
        if (position > 0) {
            to.writeObjectFieldStart("waiting");
            Json.time(to, "since", conversation.handling().queuedAt());
            to.writeNumberField("position", position);
            Json.field(
                    to,
                    "reason",
                    decision.get("agent").isEmpty() ? decision.get("why").asText() : "");
            to.writeEndObject();
        }
        to.writeEndObject();
    }

    private static void candidate(JsonGenerator to, Value.Fields candidate) throws IOException {
        to.writeStartObject();
        Json.field(to, "agent", candidate.get("agent").asText());
        for (String name : List.of("load", "capacity", "rank")) {
            if (candidate.get(name) instanceof Value.Num(var number)) {
                to.writeNumberField(name, number.intValue());
            }
        }
        Json.field(to, "excluded", candidate.get("excluded").asText());
        to.writeEndObject();
    }
}
