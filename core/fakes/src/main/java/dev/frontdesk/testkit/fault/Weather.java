package dev.frontdesk.testkit.fault;

import java.time.Duration;
import java.util.Random;

/**
 * How webhooks are brought on a bad day: late, in any order, and again although they were taken. Safe for use by many threads.
 *
 * @param random the same seed makes the same choices
 * @param most each is brought up to so many times
 * @param latest each is late by up to so much
 */
public record Weather(Random random, int most, Duration latest) {

    /** Each once, at once. */
    public static final Weather FINE = new Weather(new Random(0), 1, Duration.ZERO);

    /** Whether nothing goes wrong. */
    public boolean isFine() {
        return most <= 1 && latest.isZero();
    }

    /** How often the next one is brought. */
    public int times() {
        return 1 + random.nextInt(most);
    }

    /** How late the next one is. */
    public Duration delay() {
        return latest.isZero() ? latest : Duration.ofNanos(random.nextLong(latest.toNanos()));
    }
}
