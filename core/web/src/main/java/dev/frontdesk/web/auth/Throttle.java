package dev.frontdesk.web.auth;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after some free attempts each further one must wait twice as long as the one before. Counts an
 * attempt before its outcome is known, so that many at once do not slip through. Remembers a bounded number of keys,
 * the latest ones. Safe for use by many threads; each node counts for itself.
 */
public final class Throttle {
    private static final int KEYS = 20_000;
    private static final long FORGET = 15 * 60_000;

    private final InstantSource clock;
    private final int free;
    private final long longestWait;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > KEYS;
        }
    };

    private record Tries(int count, long last) {}

    /** @param free attempts that never wait */
    public Throttle(InstantSource clock, int free, long longestWaitSeconds) {
        this.clock = clock;
        this.free = free;
        this.longestWait = longestWaitSeconds * 1000;
    }

    /** Counts an attempt; answers 0 when it may go on, else the seconds to wait. */
    public synchronized long attempt(String key) {
        long now = clock.millis();
        var before = tries.get(key);
        if (before == null || now - before.last > Math.max(FORGET, longestWait)) {
            tries.put(key, new Tries(1, now));
            return 0;
        }
        long wait = before.last + pause(before.count) - now;
        if (wait > 0) {
            return (wait + 999) / 1000;
        }
        tries.put(key, new Tries(before.count + 1, now));
        return 0;
    }

    public synchronized void forget(String key) {
        tries.remove(key);
    }

    /** Takes back one counted attempt. */
    public synchronized void forgive(String key) {
        tries.computeIfPresent(key, (_, before) -> new Tries(Math.max(0, before.count - 1), before.last));
    }

    private long pause(int count) {
        return count < free ? 0 : Math.min(longestWait, 1000L << Math.min(20, count - free));
    }
}
