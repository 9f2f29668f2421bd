package dev.frontdesk.testkit.telegram;

import java.time.Duration;
import java.util.Random;

/** How the webhook is called on a bad day: late, in any order, and again although it said yes. Safe for use by many threads. */
record Weather(Random random, int most, Duration latest) {

    static final Weather FINE = new Weather(new Random(0), 1, Duration.ZERO);

    boolean isFine() {
        return most <= 1 && latest.isZero();
    }

    int times() {
        return 1 + random.nextInt(most);
    }

    Duration delay() {
        return latest.isZero() ? latest : Duration.ofNanos(random.nextLong(latest.toNanos()));
    }
}
