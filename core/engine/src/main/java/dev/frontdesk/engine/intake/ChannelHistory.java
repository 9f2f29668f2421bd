package dev.frontdesk.engine.intake;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.engine.port.Threads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one channel. What this node commits wakes a watcher at once; what another node commits is found by looking each
 * second. Safe for use by many threads.
 */
public final class ChannelHistory implements History {
    private static final long LOOK_MILLIS = 1000;
    private static final int MOST_REFERENCES = 20;
    /** So long a subject alone tells a thread; later the same words may be about something else. */
    private static final Duration SUBJECT_HOLDS = Duration.ofDays(30);

    private final String channel;
    private final Threads threads;
    private final Signals signals;
    private final InstantSource clock;

    public ChannelHistory(String channel, Threads threads, Signals signals, InstantSource clock) {
        this.channel = channel;
        this.threads = threads;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public List<Line> after(String identity, long after, int limit) {
        return threads.after(channel, Clean.key(identity, 200), after, limit);
    }

    @Override
    public Optional<String> thread(String writer, List<String> references, String subject) {
        return threads.thread(
                channel,
                Clean.key(writer, 200),
                references.stream()
                        .limit(MOST_REFERENCES)
                        .map(it -> Clean.key(it, 200))
                        .toList(),
                Clean.text(subject),
                clock.instant().minus(SUBJECT_HOLDS).toEpochMilli());
    }

    @Override
    public Optional<Address> addressee(MessageId ours) {
        return threads.addressee(channel, ours.value());
    }

    @Override
    public boolean await(String identity, long after, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        String key = Signals.key(channel, identity);
        var bell = signals.watch(key);
        try {
            while (true) {
                bell.drainPermits();
                if (!after(identity, after, 1).isEmpty()) {
                    return true;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                bell.tryAcquire(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
            }
        } finally {
            signals.leave(key, bell);
        }
    }
}
