package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Value;

/**
 * A function the model wants called.
 *
 * @param arguments {@link Value#NIL} when what it wrote is no JSON object
 */
public record Calling(String id, String function, Value arguments) {

    /** An argument; {@link Value#NIL} when it is not there. */
    public Value argument(String name) {
        return arguments instanceof Value.Fields fields ? fields.get(name) : Value.NIL;
    }

    /** With arguments of so many characters at most: the names of what was longer stay, and the beginnings of the values. */
    public Calling shortened(int most) {
        if (!(arguments instanceof Value.Fields(var fields)) || length(arguments) <= most) {
            return this;
        }
        var shorter = Value.EMPTY;
        int left = most;
        for (var field : fields.entrySet()) {
            var text = field.getValue().asText();
            int keeps = Math.min(text.length(), left - field.getKey().length() - 1);
            if (keeps < 0) {
                break;
            }
            var value = keeps == text.length() ? text : text.substring(0, keeps) + "…";
            shorter = shorter.with(field.getKey(), Value.of(value));
            left -= field.getKey().length() + 1 + keeps;
        }
        return new Calling(id, function, shorter);
    }

    private static int length(Value value) {
        return switch (value) {
            case Value.Items(var items) ->
                items.stream().mapToInt(item -> 1 + length(item)).sum();
            case Value.Fields(var fields) ->
                fields.entrySet().stream()
                        .mapToInt(field -> 1 + field.getKey().length() + length(field.getValue()))
                        .sum();
            case Value.Nil _, Value.Bool _, Value.Num _, Value.Text _, Value.Time _ ->
                value.asText().length();
        };
    }

    Value asValue() {
        return Value.EMPTY
                .with("id", Value.of(id))
                .with("function", Value.of(function))
                .with("arguments", arguments);
    }

    static Calling from(Value value) {
        var fields = value instanceof Value.Fields some ? some : Value.EMPTY;
        return new Calling(fields.get("id").asText(), fields.get("function").asText(), fields.get("arguments"));
    }
}
