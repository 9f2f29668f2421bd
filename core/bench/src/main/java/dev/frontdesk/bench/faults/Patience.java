package dev.frontdesk.bench.faults;

import java.time.Duration;

/** How long customers wait: as long as things go wrong, and then a while. Safe for use by many threads. */
final class Patience {
    /** Longer than a lease and the wait for a report together. */
    private static final Duration AFTER = Duration.ofSeconds(200);

    private volatile long end = Long.MAX_VALUE;

    void faultsAreOver() {
        end = System.nanoTime() + AFTER.toNanos();
    }

    boolean left() {
        long until = end;
        return until == Long.MAX_VALUE || System.nanoTime() - until < 0;
    }
}
