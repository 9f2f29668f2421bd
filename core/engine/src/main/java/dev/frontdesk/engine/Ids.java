package dev.frontdesk.engine;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that rise with time: 41 bits of milliseconds since 2024, 10 of the node, 12 of a count. Within a node they always
 * rise, even when the clock goes back. Safe for use by many threads.
 */
public final class Ids {
    private static final long EPOCH = 1_704_067_200_000L;
    private static final int NODE_BITS = 10;
    private static final int COUNT_BITS = 12;

    private final InstantSource clock;
    private final long node;
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource clock, int node) {
        if (node < 0 || node >= 1 << NODE_BITS) {
            throw new IllegalArgumentException("node " + node + " is not between 0 and 1023");
        }
        this.clock = clock;
        this.node = node;
    }

    public long next() {
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, (clock.millis() - EPOCH) << COUNT_BITS));
        long millis = tick >> COUNT_BITS;
        long count = tick & ((1 << COUNT_BITS) - 1);
        return millis << (NODE_BITS + COUNT_BITS) | node << COUNT_BITS | count;
    }

    /** Ids made before this time are below it. */
    public static long floor(long epochMillis) {
        return Math.max(0, epochMillis - EPOCH) << (NODE_BITS + COUNT_BITS);
    }

    public int node() {
        return (int) node;
    }
}
