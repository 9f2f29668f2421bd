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
