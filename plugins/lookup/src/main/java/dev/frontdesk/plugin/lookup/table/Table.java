package dev.frontdesk.plugin.lookup.table;

import dev.frontdesk.api.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows by their key. Immutable.
 *
 * @param names of all columns, in order; an empty one is not looked at
 */
record Table(List<String> names, int key, Map<String, List<String>> rows) {

    /** Trimmed and without case, as people write. */
    static String comparable(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    int size() {
        return rows.size();
    }

    /** What may be found: the columns but for the key. */
    Set<String> columns() {
        var columns = new LinkedHashMap<String, Boolean>();
        for (int i = 0; i < names.size(); i++) {
            if (i != key && !names.get(i).isEmpty()) {
                columns.put(names.get(i), true);
            }
        }
        return columns.keySet();
    }

    Optional<Map<String, Value>> row(String wanted) {
        return Optional.ofNullable(rows.get(comparable(wanted))).map(this::values);
    }

    private Map<String, Value> values(List<String> cells) {
        var values = new LinkedHashMap<String, Value>();
        for (int i = 0; i < names.size(); i++) {
            if (i != key && !names.get(i).isEmpty()) {
                var cell = i < cells.size() ? cells.get(i).strip() : "";
                values.put(names.get(i), cell.isEmpty() ? Value.NIL : Value.of(cell));
            }
        }
        return values;
    }
}
