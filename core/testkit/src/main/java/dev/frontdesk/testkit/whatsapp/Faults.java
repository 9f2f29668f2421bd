package dev.frontdesk.testkit.whatsapp;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults a test has asked for, by edge ({@code messages}, {@code media}, …). Safe for use by many threads. */
final class Faults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> standing = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    synchronized void once(String edge, Fault fault) {
        next.computeIfAbsent(key(edge), _ -> new ArrayDeque<>()).add(fault);
    }

    synchronized void always(String edge, Fault fault) {
        standing.put(key(edge), fault);
    }

    synchronized void heal() {
        next.clear();
        standing.clear();
    }

    synchronized int calls(String edge) {
        return calls.getOrDefault(key(edge), 0);
    }

    /** What happens to this call; it counts. */
    synchronized Optional<Fault> take(String edge) {
        calls.merge(key(edge), 1, Integer::sum);
        var once = next.getOrDefault(key(edge), new ArrayDeque<>()).poll();
        return Optional.ofNullable(once == null ? standing.get(key(edge)) : once);
    }

    private static String key(String edge) {
        return edge.toLowerCase(Locale.ROOT);
    }
}
