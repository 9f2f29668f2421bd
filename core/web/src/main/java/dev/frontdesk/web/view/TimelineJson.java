package dev.frontdesk.web.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.web.http.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code Event}: what happened between the messages of a thread. Facts that no agent needs are none. */
public final class TimelineJson {

    private record Kind(String type, List<String> fields) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("conversation.opened", new Kind("opened", List.of("source", "channel"))),
            Map.entry("workflow.started", new Kind("workflow-started", List.of("workflow"))),
            Map.entry(TrailJson.STEP, new Kind("step", List.of("text"))),
            Map.entry("conversation.routed", new Kind("routed", List.of("team", "rule"))),
            Map.entry("conversation.queued", new Kind("queued", List.of("team"))),
            Map.entry("conversation.assigned", new Kind("assigned", List.of("agent", "by", "source", "why"))),
            Map.entry("conversation.unassigned", new Kind("unassigned", List.of("by", "why"))),
            Map.entry("conversation.closed", new Kind("closed", List.of("by", "source", "category", "summary"))),
            Map.entry("contact.merged", new Kind("merged", List.of("why"))),
            Map.entry("contact.parted", new Kind("parted", List.of("why"))),
            Map.entry("contact.unreachable", new Kind("unreachable", List.of("why"))),
            Map.entry("contact.reachable", new Kind("reachable", List.of())),
            Map.entry("run.failed", new Kind("run-failed", List.of("reason"))),
            Map.entry("window.closing", new Kind("window-closing", List.of("ends"))),
            Map.entry("message.fenced", new Kind("fenced", List.of("text"))));

    private TimelineJson() {}

    /** Only what has a place in the thread can be shown there; of a step, only what it explains. */
    public static boolean shown(Fact fact) {
        boolean silent = fact.type().equals(TrailJson.STEP)
                && fact.details().get("text").asText().isEmpty();
        return fact.ord() != 0 && !silent && KINDS.containsKey(fact.type());
    }

    /** Writes a fact that is {@link #shown}. */
    public static void write(JsonGenerator to, Fact fact) throws IOException {
        var kind = KINDS.get(fact.type());
        if (kind == null) {
            throw new IllegalArgumentException(fact.type() + " is no event of a thread");
        }
        to.writeStartObject();
        Json.id(to, "ord", fact.ord());
        to.writeStringField("type", kind.type());
        Json.time(to, "at", fact.at());
        Json.id(to, "conversation", fact.conversation());
        for (String name : kind.fields()) {
            Json.field(to, name, fact.details().get(name).asText());
        }
        to.writeEndObject();
    }
}
