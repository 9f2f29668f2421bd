package dev.frontdesk.testkit.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Safe for use by many threads. */
public final class SettableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    /** A clock that shows nine o'clock on a Monday morning in UTC. */
    public SettableClock() {}

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets it. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves it on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
