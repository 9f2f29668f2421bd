package dev.frontdesk.testkit.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults a test has asked for, by method. Safe for use by many threads. */
final class Faults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> standing = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    synchronized void once(String method, Fault fault) {
        next.computeIfAbsent(key(method), _ -> new ArrayDeque<>()).add(fault);
    }

    synchronized void always(String method, Fault fault) {
        standing.put(key(method), fault);
    }

    synchronized void heal() {
        next.clear();
        standing.clear();
    }

    synchronized int calls(String method) {
        return calls.getOrDefault(key(method), 0);
    }

    /** What happens to this call; it counts. */
    synchronized Optional<Fault> take(String method) {
        calls.merge(key(method), 1, Integer::sum);
        var once = next.getOrDefault(key(method), new ArrayDeque<>()).poll();
        return Optional.ofNullable(once == null ? standing.get(key(method)) : once);
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
