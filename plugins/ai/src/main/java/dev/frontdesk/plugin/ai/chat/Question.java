package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the step wishes to ask and the action gets: everything that must survive a restart, and no secret.
 *
 * @param instructions the operator's alone: nothing a contact has written may stand in it
 * @param facts what is known about the contact, by name: data for the model, not instructions
 * @param turns the dialogue so far
 * @param tools what it may call
 * @param knowledge files and folders whose passages it may read
 * @param name what the contact is called, so that it can be hidden
 * @param wantsConfidence whether it shall say how sure it was of its words
 * @param until after that nobody waits for the answer
 */
public record Question(
        String instructions,
        Map<String, String> facts,
        List<Turn> turns,
        List<Tool> tools,
        List<String> knowledge,
        String name,
        boolean wantsConfidence,
        Instant until) {

    public Question {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
        knowledge = List.copyOf(knowledge);
    }

    /** What the contact has said last, be it in several messages. */
    public String latest() {
        int last = turns.size() - 1;
        while (last >= 0 && turns.get(last).who() != Turn.Who.CONTACT) {
            last--;
        }
        int first = last;
        while (first > 0 && turns.get(first - 1).who() == Turn.Who.CONTACT) {
            first--;
        }
        return last < 0
                ? ""
                : turns.subList(first, last + 1).stream().map(Turn::text).collect(Collectors.joining("\n"));
    }

    public Value asValue() {
        var known = Value.EMPTY;
        for (var fact : facts.entrySet()) {
            known = known.with(fact.getKey(), Value.of(fact.getValue()));
        }
        return Value.EMPTY
                .with("instructions", Value.of(instructions))
                .with("facts", known)
                .with("turns", new Value.Items(turns.stream().map(Turn::asValue).toList()))
                .with("tools", new Value.Items(tools.stream().map(Tool::asValue).toList()))
                .with("knowledge", Value.ofTexts(knowledge))
                .with("name", Value.of(name))
                .with("wantsConfidence", Value.of(wantsConfidence))
                .with("until", new Value.Time(until));
    }

    /** Throws {@link IllegalArgumentException} for what {@link #asValue} never made. */
    static Question from(Value input) {
        if (!(input instanceof Value.Fields fields) || !(fields.get("until") instanceof Value.Time(var until))) {
            throw new IllegalArgumentException("no question in it");
        }
        var facts = new LinkedHashMap<String, String>();
        if (fields.get("facts") instanceof Value.Fields(var known)) {
            known.forEach((name, value) -> facts.put(name, value.asText()));
        }
        return new Question(
                fields.get("instructions").asText(),
                facts,
                items(fields.get("turns"), Turn::from),
                items(fields.get("tools"), Tool::from),
                items(fields.get("knowledge"), Value::asText),
                fields.get("name").asText(),
                fields.get("wantsConfidence").equals(Value.of(true)),
                until);
    }

    private static <T> List<T> items(Value value, Function<Value, T> each) {
        return value instanceof Value.Items(var items)
                ? items.stream().map(each).toList()
                : List.of();
    }
}
