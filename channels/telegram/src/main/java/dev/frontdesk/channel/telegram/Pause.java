package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Lease;
import java.time.Duration;

/** Waits; tests let no time pass. */
interface Pause {

    Duration BEAT = Duration.ofSeconds(10);

    void sleep(Duration time) throws InterruptedException;

    /** Waits and keeps the lease; false when it is lost. */
    default boolean rest(Duration time, Lease lease) throws InterruptedException {
        var left = time;
        while (left.isPositive()) {
            if (!lease.beat()) {
                return false;
            }
            sleep(left.compareTo(BEAT) < 0 ? left : BEAT);
            left = left.minus(BEAT);
        }
        return true;
    }
}
