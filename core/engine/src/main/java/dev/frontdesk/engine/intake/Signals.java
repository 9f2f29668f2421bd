package dev.frontdesk.engine.intake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Wakes those who watch a thread on this node when something in it was committed here. Safe for use by many threads. */
public final class Signals {
    private final Map<String, Set<Semaphore>> watching = new ConcurrentHashMap<>();

    public static String key(String channel, String identity) {
        return channel + "\n" + identity;
    }

    public Semaphore watch(String key) {
        var bell = new Semaphore(0);
        watching.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet()).add(bell);
        return bell;
    }

    public void leave(String key, Semaphore bell) {
        watching.computeIfPresent(key, (_, bells) -> {
            bells.remove(bell);
            return bells.isEmpty() ? null : bells;
        });
    }

    public void ring(Set<String> keys) {
        if (watching.isEmpty()) {
            return;
        }
        for (String key : keys) {
            watching.getOrDefault(key, Set.of()).forEach(Semaphore::release);
        }
    }
}
