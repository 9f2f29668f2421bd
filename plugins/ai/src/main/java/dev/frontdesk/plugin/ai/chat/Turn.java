package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Value;
import java.util.List;

/**
 * One contribution to the dialogue.
 *
 * @param calls what the model wanted called beside its text
 * @param answers the id of the call that a result belongs to, "" for everybody else
 */
public record Turn(Who who, String text, List<Calling> calls, String answers) {

    /** Who contributed. */
    public enum Who {
        CONTACT,
        MODEL,
        RESULT
    }

    public Turn {
        calls = List.copyOf(calls);
    }

    public static Turn contact(String text) {
        return new Turn(Who.CONTACT, text, List.of(), "");
    }

    public static Turn model(String text, List<Calling> calls) {
        return new Turn(Who.MODEL, text, calls, "");
    }

    public static Turn result(Calling call, String text) {
        return new Turn(Who.RESULT, text, List.of(), call.id());
    }

    public Value asValue() {
        var fields = Value.EMPTY.with("who", Value.of(who.name())).with("text", Value.of(text));
        if (!calls.isEmpty()) {
            fields = fields.with(
                    "calls",
                    new Value.Items(calls.stream().map(Calling::asValue).toList()));
        }
        return answers.isEmpty() ? fields : fields.with("answers", Value.of(answers));
    }

    /** What nobody of us wrote counts as the contact's. */
    public static Turn from(Value value) {
        var fields = value instanceof Value.Fields some ? some : Value.EMPTY;
        var who =
                switch (fields.get("who").asText()) {
                    case "MODEL" -> Who.MODEL;
                    case "RESULT" -> Who.RESULT;
                    default -> Who.CONTACT;
                };
        var calls = fields.get("calls") instanceof Value.Items(var items)
                ? items.stream().map(Calling::from).toList()
                : List.<Calling>of();
        return new Turn(
                who, fields.get("text").asText(), calls, fields.get("answers").asText());
    }
}
