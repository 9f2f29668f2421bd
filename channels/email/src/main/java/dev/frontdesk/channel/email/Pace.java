package dev.frontdesk.channel.email;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** So many mails a minute, and all of them at once if none were sent before. Safe for use by many threads. */
final class Pace {
    private static final double MINUTE = 60_000;

    private final InstantSource clock;
    private final int perMinute;
    private double left;
    private long at;

    Pace(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
        this.left = perMinute;
        this.at = clock.millis();
    }

    /** Takes one, or answers when the next is free. */
    synchronized Optional<Duration> take() {
        long now = clock.millis();
        left = Math.min(perMinute, left + Math.max(0, now - at) * perMinute / MINUTE);
        at = now;
        if (left < 1) {
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - left) * MINUTE / perMinute)));
        }
        left--;
        return Optional.empty();
    }
}
