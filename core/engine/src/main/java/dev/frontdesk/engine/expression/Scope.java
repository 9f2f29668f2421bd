package dev.frontdesk.engine.expression;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Intents;
import java.util.HashMap;
import java.util.Map;

/**
 * The names a condition may use.
 *
 * @param names dotted paths and their types; {@code Value.class} stands for any type
 * @param intents for the function {@code intentOf}, by name
 */
public record Scope(Map<String, Class<? extends Value>> names, Map<String, Intents> intents) {

    /** The time of evaluation; in every scope. */
    public static final String NOW = "now";

    public Scope {
        var all = new HashMap<String, Class<? extends Value>>(names);
        all.put(NOW, Value.Time.class);
        names = Map.copyOf(all);
        intents = Map.copyOf(intents);
    }

    public static Scope of(Map<String, Class<? extends Value>> names) {
        return new Scope(names, Map.of());
    }

    public static Scope empty() {
        return of(Map.of());
    }

    public Scope with(String name, Class<? extends Value> type) {
        return with(Map.of(name, type));
    }

    public Scope with(Map<String, Class<? extends Value>> more) {
        var all = new HashMap<String, Class<? extends Value>>(names);
        all.putAll(more);
        return new Scope(all, intents);
    }
}
