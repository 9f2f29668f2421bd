package dev.frontdesk.channel.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Meta allows: so many messages a second from the number, and one in six seconds to one person, of which 45 may be taken in
 * advance. Asked before sending, for who runs into the limit is slowed down for longer. Safe for use by many threads.
 */
final class Rates {

    private static final Duration PAIR = Duration.ofSeconds(6);
    private static final int PAIR_BURST = 45;
    private static final int MOST_PAIRS = 20_000;

    /**
     * How long to wait.
     *
     * @param whole for everybody, not only for this person
     */
    record Wait(Duration time, boolean whole) {}

    private final InstantSource clock;
    private final Duration step;
    private final int burst;
    /** When the bucket is full again; what is that far ahead is borrowed. */
    private Instant numberFull = Instant.MIN;

    private final Map<String, Instant> pairFull = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_PAIRS;
        }
    };

    Rates(int perSecond, InstantSource clock) {
        this.clock = clock;
        this.step = Duration.ofNanos(1_000_000_000L / perSecond);
        this.burst = perSecond;
    }

    /** Takes one message to a person, or says how long it must wait; what waits takes nothing. */
    synchronized Optional<Wait> take(String person) {
        var now = clock.instant();
        var pair = later(pairFull.getOrDefault(person, now), now);
        var number = later(numberFull, now);
        var overPair = Duration.between(now, pair).minus(PAIR.multipliedBy(PAIR_BURST - 1));
        if (overPair.isPositive()) {
            return Optional.of(new Wait(overPair, false));
        }
        var overNumber = Duration.between(now, number).minus(step.multipliedBy(burst - 1));
        if (overNumber.isPositive()) {
            return Optional.of(new Wait(overNumber, true));
        }
        pairFull.put(person, pair.plus(PAIR));
        numberFull = number.plus(step);
        return Optional.empty();
    }

    /** Messages that come in count, too. */
    synchronized void received(int messages) {
        numberFull = later(numberFull, clock.instant()).plus(step.multipliedBy(Math.min(messages, burst)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
