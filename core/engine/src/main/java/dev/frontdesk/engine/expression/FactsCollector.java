package dev.frontdesk.engine.expression;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets a template see facts and values, and nothing of Java. */
final class FactsCollector implements Mustache.Collector {

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return switch (value) {
            case Value.Items items ->
                items.values().stream().map(FactsCollector::shown).iterator();
            case List<?> nothing -> nothing.iterator(); // how Mustache says that a section's value is missing
            default -> null;
        };
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return (from, path) -> found(from, path);
    }

    private static Object found(Object from, String path) {
        if (path.equals(".") || path.equals("this")) {
            return from instanceof Facts ? Template.NO_FETCHER_FOUND : from;
        }
        return switch (from) {
            case Facts facts -> facts.get(path).map(FactsCollector::shown).orElse(Template.NO_FETCHER_FOUND);
            case Value.Fields fields when fields.values().containsKey(path) -> shown(fields.get(path));
            default -> Template.NO_FETCHER_FOUND;
        };
    }

    /** Booleans stay what they are because sections ask for them; lists and fields because sections enter them. */
    private static Object shown(Value value) {
        return switch (value) {
            case Value.Bool(var bool) -> bool;
            case Value.Items items -> items;
            case Value.Fields fields -> fields;
            case Value.Nil _, Value.Num _, Value.Text _, Value.Time _ -> value.asText();
        };
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
