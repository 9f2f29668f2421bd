package dev.frontdesk.engine.job;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Participant.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who else got a letter, in the payload of its mail. */
public final class Copies {
    private static final String OTHERS = "others";

    private Copies() {}

    /** Behind what is told of the letter's sender; nothing where nobody else got it. */
    public static Value.Fields with(Value.Fields payload, List<Participant> others) {
        if (others.isEmpty()) {
            return payload;
        }
        return payload.with(
                OTHERS,
                new Value.Items(others.stream()
                        .map(who -> (Value) new Value.Fields(Map.of(
                                "identity", Value.of(who.identity()),
                                "name", Value.of(who.name()),
                                "standing", Value.of(who.standing().name()))))
                        .toList()));
    }

    public static List<Participant> of(Value.Fields payload) {
        var all = new ArrayList<Participant>();
        if (payload.get(OTHERS) instanceof Value.Items(var values)) {
            for (Value value : values) {
                if (value instanceof Value.Fields who
                        && !who.get("identity").asText().isEmpty()) {
                    all.add(new Participant(
                            who.get("identity").asText(),
                            who.get("name").asText(),
                            Standing.valueOf(who.get("standing").asText())));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The same, each of them known from the beginning. */
    public static List<Participant> welcome(Value.Fields payload) {
        return of(payload).stream()
                .map(who -> new Participant(who.identity(), who.name(), Standing.ACTIVE))
                .toList();
    }
}
