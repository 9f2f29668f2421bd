package dev.frontdesk.testkit.channel;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
final class Await {

    private static final long STEP_NANOS = Duration.ofMillis(5).toNanos();

    private Await() {}

    static void until(String what, Duration most, BooleanSupplier condition) {
        var end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited " + most.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
