package dev.frontdesk.bench.faults;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of which a channel was told that they are stored for good. Safe for use by many threads. */
final class Acknowledged {
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    void add(String text) {
        texts.add(text);
    }

    void addAll(Collection<String> some) {
        texts.addAll(some);
    }

    Set<String> all() {
        return new HashSet<>(texts);
    }

    int count() {
        return texts.size();
    }
}
