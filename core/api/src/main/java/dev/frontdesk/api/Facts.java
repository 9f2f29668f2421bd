package dev.frontdesk.api;

import java.util.Map;
import java.util.Optional;

/**
 * Named values a condition, template, router or strategy may read. Bare names are run variables and attributes of the
 * trigger; {@code contact.name} and its like are the contact's fields.
 */
public interface Facts {

    /** The value at a dotted path, empty when there is none. Never throws. */
    Optional<Value> get(String path);

    /** The text of a value, or an empty string when it is missing. */
    default String text(String path) {
        return get(path).map(Value::asText).orElse("");
    }

    /** Facts over a plain map whose keys are whole paths. */
    static Facts of(Map<String, Value> values) {
        var copy = Map.copyOf(values);
        return path -> Optional.ofNullable(copy.get(path));
    }

    /** No facts at all. */
    static Facts none() {
        return _ -> Optional.empty();
    }
}
