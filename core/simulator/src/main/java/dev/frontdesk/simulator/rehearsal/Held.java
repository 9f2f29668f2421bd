package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.engine.model.OutboxRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one transaction wrote, in words. Belongs to one thread. */
final class Held {
    private final List<String> words = new ArrayList<>();
    final Map<Long, OutboxRow> claimed = new LinkedHashMap<>();
    final Set<Long> settled = new LinkedHashSet<>();

    void add(int count, String what) {
        if (count > 0) {
            words.add(count == 1 ? what : count + " × " + what);
        }
    }

    boolean nothing() {
        return words.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(", ", words);
    }
}
