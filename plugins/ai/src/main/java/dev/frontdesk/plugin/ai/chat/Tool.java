package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Value;
import java.util.List;

/** A function the model may call, as it is described to the model. */
public record Tool(String name, String about, List<Parameter> parameters) {

    /**
     * @param oneOf all that may be given; empty: anything
     */
    public record Parameter(String name, String about, List<String> oneOf, boolean required) {
        public Parameter {
            oneOf = List.copyOf(oneOf);
        }

        private Value asValue() {
            return Value.EMPTY
                    .with("name", Value.of(name))
                    .with("about", Value.of(about))
                    .with("oneOf", Value.ofTexts(oneOf))
                    .with("required", Value.of(required));
        }

        private static Parameter from(Value value) {
            var fields = value instanceof Value.Fields some ? some : Value.EMPTY;
            var oneOf = fields.get("oneOf") instanceof Value.Items(var items)
                    ? items.stream().map(Value::asText).toList()
                    : List.<String>of();
            return new Parameter(
                    fields.get("name").asText(),
                    fields.get("about").asText(),
                    oneOf,
                    fields.get("required").equals(Value.of(true)));
        }
    }

    public Tool {
        parameters = List.copyOf(parameters);
    }

    Value asValue() {
        return Value.EMPTY
                .with("name", Value.of(name))
                .with("about", Value.of(about))
                .with(
                        "parameters",
                        new Value.Items(
                                parameters.stream().map(Parameter::asValue).toList()));
    }

    static Tool from(Value value) {
        var fields = value instanceof Value.Fields some ? some : Value.EMPTY;
        var parameters = fields.get("parameters") instanceof Value.Items(var items)
                ? items.stream().map(Parameter::from).toList()
                : List.<Parameter>of();
        return new Tool(fields.get("name").asText(), fields.get("about").asText(), parameters);
    }
}
