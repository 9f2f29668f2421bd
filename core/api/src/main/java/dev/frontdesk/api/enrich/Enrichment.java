package dev.frontdesk.api.enrich;

import dev.frontdesk.api.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a look-up came to. */
public sealed interface Enrichment {

    /** What is known, by name; names with {@link Value#NIL} are known to be nothing. */
    record Found(Map<String, Value> values) implements Enrichment {
        /** Copies the map and keeps its order. */
        public Found {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** There is nobody and nothing of the kind. */
    record NotFound() implements Enrichment {}

    /** It could not be looked up. {@code retry}: another attempt may succeed. */
    record Failed(String why, boolean retry) implements Enrichment {}
}
