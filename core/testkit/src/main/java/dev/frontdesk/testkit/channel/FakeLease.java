package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Lease;
import java.util.concurrent.atomic.AtomicInteger;

/** A lease that holds until a test takes it away. Safe for use by many threads. */
public final class FakeLease implements Lease {

    private final long fence;
    private final AtomicInteger beats = new AtomicInteger();
    private volatile boolean lost;

    /** A lease with this fence. */
    public FakeLease(long fence) {
        this.fence = fence;
    }

    @Override
    public boolean beat() {
        beats.incrementAndGet();
        return !lost;
    }

    @Override
    public long fence() {
        return fence;
    }

    /** Another node has it now. */
    public void lose() {
        lost = true;
    }

    /** How often the receiver showed that it is alive. */
    public int beats() {
        return beats.get();
    }
}
