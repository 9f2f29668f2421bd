package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.port.Store;
import java.time.Duration;

/**
 * The database's clock, as near as a node knows it: leases are measured by it, so that a wrong clock here steals nothing. Safe for
 * use by many threads.
 */
public final class LeaseClock {
    /** How long a send or an action may take before another node may look after it. */
    static final Duration TERM = Duration.ofSeconds(60);

    private volatile long ahead;

    public void measure(Store store) {
        ahead = store.databaseTime() - System.currentTimeMillis();
    }

    long until() {
        return System.currentTimeMillis() + ahead + TERM.toMillis();
    }
}
