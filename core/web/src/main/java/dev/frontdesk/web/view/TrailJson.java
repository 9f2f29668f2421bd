package dev.frontdesk.web.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.model.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The way a run went: its steps in order, each time it came to one, with what they said about why. */
public final class TrailJson {
    static final String STEP = "workflow.step";

    private record Stop(String step, List<String> why) {}

    private TrailJson() {}

    /** @param facts those of one conversation, in order; others than of steps are passed over */
    public static void write(JsonGenerator to, List<Fact> facts) throws IOException {
        to.writeArrayFieldStart("trail");
        for (var stop : stops(facts)) {
            to.writeStartObject();
            to.writeStringField("step", stop.step());
            if (!stop.why().isEmpty()) {
                to.writeStringField("why", String.join("; ", stop.why()));
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static List<Stop> stops(List<Fact> facts) {
        var stops = new ArrayList<Stop>();
        for (var fact : facts) {
            if (!fact.type().equals(STEP)) {
                continue;
            }
            String step = fact.details().get("step").asText();
            String text = fact.details().get("text").asText();
            if (!step.isEmpty()) {
                stops.add(new Stop(step, new ArrayList<>()));
            } else if (!stops.isEmpty() && !text.isEmpty()) {
                stops.getLast().why().add(text);
            }
        }
        return stops;
    }
}
