package dev.frontdesk.testkit.fault;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The faults that were asked for, by the name of the call. Safe for use by many threads. */
public final class Faults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> standing = new HashMap<>();
    private final Map<String, Integer> stale = new HashMap<>();
    private final Set<String> alwaysStale = new HashSet<>();
    private final Map<String, Integer> calls = new HashMap<>();

    /** No faults yet. */
    public Faults() {}

    /** The next call of this name goes wrong like this; several are used up in order. */
    public synchronized void once(String call, Fault fault) {
        if (fault instanceof Fault.Stale) {
            stale.merge(key(call), 1, Integer::sum);
        } else {
            next.computeIfAbsent(key(call), _ -> new ArrayDeque<>()).add(fault);
        }
    }

    /** Every call of this name goes wrong like this until {@link #heal()}. */
    public synchronized void always(String call, Fault fault) {
        if (fault instanceof Fault.Stale) {
            alwaysStale.add(key(call));
        } else {
            standing.put(key(call), fault);
        }
    }

    /** No more faults. */
    public synchronized void heal() {
        next.clear();
        standing.clear();
        stale.clear();
        alwaysStale.clear();
    }

    /** How often it was called, calls that failed included; not those that nobody read. */
    public synchronized int calls(String call) {
        return calls.getOrDefault(key(call), 0);
    }

    /** What happens to this call; it counts. */
    public synchronized Optional<Fault> take(String call) {
        calls.merge(key(call), 1, Integer::sum);
        var once = next.getOrDefault(key(call), new ArrayDeque<>()).poll();
        return Optional.ofNullable(once == null ? standing.get(key(call)) : once);
    }

    /** Whether the kept connection ends on which this call goes out. */
    synchronized boolean cuts(String call) {
        if (alwaysStale.contains(key(call))) {
            return true;
        }
        int left = stale.getOrDefault(key(call), 0);
        if (left > 0) {
            stale.put(key(call), left - 1);
        }
        return left > 0;
    }

    private static String key(String call) {
        return call.toLowerCase(Locale.ROOT);
    }
}
