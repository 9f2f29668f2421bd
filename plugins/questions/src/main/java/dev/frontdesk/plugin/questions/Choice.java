package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;

/** One thing a contact may choose: written as a label, or as {@code { id = buy, label = "Buy something" }}. */
record Choice(String id, String label) {

    static Choice of(Value configured) {
        return switch (configured) {
            case Value.Fields fields ->
                of(fields.get("id").asText(), fields.get("label").asText(), fields);
            case Value.Text _, Value.Num _, Value.Bool _ -> of(configured.asText(), configured.asText(), configured);
            case Value.Nil _, Value.Items _, Value.Time _ -> throw unclear(configured);
        };
    }

    private static Choice of(String id, String label, Value configured) {
        if (id.isBlank() || label.isBlank() || configured instanceof Value.Fields(var values) && values.size() > 2) {
            throw unclear(configured);
        }
        return new Choice(id.strip(), label.strip());
    }

    private static IllegalArgumentException unclear(Value configured) {
        return new IllegalArgumentException(
                "a choice is a label or { id = …, label = … }, not '" + configured.asText() + "'");
    }
}
