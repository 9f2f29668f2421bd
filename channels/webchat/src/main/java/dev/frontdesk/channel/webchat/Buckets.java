package dev.frontdesk.channel.webchat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by key: a period's worth at once, refilled evenly. Keeps the newest {@value #MOST} keys, so that a flood of
 * keys costs no more than that; who falls out starts anew with a full bucket. Used by many threads, under its own monitor.
 */
final class Buckets {

    private static final int MOST = 50_000;

    private final InstantSource clock;
    private final int most;
    private final Duration period;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** So many in a minute. */
    Buckets(InstantSource clock, int perMinute) {
        this(clock, perMinute, Duration.ofMinutes(1));
    }

    Buckets(InstantSource clock, int most, Duration period) {
        this.clock = clock;
        this.most = most;
        this.period = period;
    }

    /** Takes one token, or says how long until there is one. */
    synchronized Optional<Duration> take(String key) {
        var now = clock.instant();
        var bucket = buckets.getOrDefault(key, new Bucket(most, now)).at(now, most, period);
        if (bucket.tokens() < 1) {
            var missing = (1 - bucket.tokens()) * period.toMillis() / most;
            return Optional.of(Duration.ofMillis((long) Math.ceil(missing)));
        }
        buckets.put(key, new Bucket(bucket.tokens() - 1, now));
        return Optional.empty();
    }

    private record Bucket(double tokens, Instant since) {
        Bucket at(Instant now, int most, Duration period) {
            var periods = Math.max(0, Duration.between(since, now).toMillis()) / (double) period.toMillis();
            return new Bucket(Math.min(most, tokens + periods * most), now);
        }
    }
}
