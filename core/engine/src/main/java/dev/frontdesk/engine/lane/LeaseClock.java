package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.port.Store;
import java.time.Duration;

/**
 * The database's clock, as near as a node knows it: leases are measured by it, so that a wrong clock here steals nothing. Safe for
 * use by many threads.
 */
public final class LeaseClock {
    /** How long a send, or an action beyond its own deadline, may take before another node may look after it. */
    static final Duration TERM = Duration.ofSeconds(60);

    /** The database's milliseconds at the zero of {@link System#nanoTime()}, which nobody sets back. */
    private volatile long zero;

    public void measure(Store store) {
        zero = store.databaseTime() - millis();
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    long until() {
        return zero + millis() + TERM.toMillis();
    }
}
