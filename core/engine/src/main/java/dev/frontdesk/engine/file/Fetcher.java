package dev.frontdesk.engine.file;

import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.FetchResult;
import dev.frontdesk.engine.outbox.Deadline;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.watch.FaultPoints;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Fetches the files of messages from their providers: asks the lanes to claim what is due, runs each claimed one on a virtual
 * thread with its deadline, and reports what became of it. A few at a time for each channel, so that a slow provider holds up
 * nobody else. Safe for use by many threads.
 */
public final class Fetcher {
    /** No file may take longer. */
    public static final Duration DEADLINE = Duration.ofMinutes(5);

    /** At once, for one channel. */
    static final int MOST = 4;

    private static final int EXPIRED = 20;
    /** A provider that contradicts itself so often about a file's size is wrong in what it said first. */
    private static final int CONTRADICTIONS = 3;

    private static final long FIRST_PAUSE = 5_000;
    private static final long LONGEST_PAUSE = 3_600_000;
    private static final long LAST_CALL = 60_000;
    private static final Logger log = LoggerFactory.getLogger(Fetcher.class);

    private final Map<String, Channel> channels;
    private final FileStore files;
    private final Due due;
    private final InstantSource clock;
    private final Consumer<Job> lanes;
    private final Map<String, Set<Long>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger under = new AtomicInteger();

    /** @param lanes where claims and results go */
    public Fetcher(Map<String, Channel> channels, FileStore files, Due due, InstantSource clock, Consumer<Job> lanes) {
        this.channels = Map.copyOf(channels);
        this.files = files;
        this.due = due;
        this.clock = clock;
        this.lanes = lanes;
        channels.keySet().forEach(channel -> taken.put(channel, new HashSet<>()));
    }

    public boolean idle() {
        return under.get() == 0 && taken.values().stream().allMatch(Fetcher::empty);
    }

    private static boolean empty(Set<Long> some) {
        synchronized (some) {
            return some.isEmpty();
        }
    }

    /** Looks for what is due on all channels. */
    public void sweep() {
        channels.keySet().forEach(this::fill);
    }

    /** Looks for what nobody has fetched in time, maybe because its channel is no longer configured. */
    public void sweepExpired() {
        var over = due.expiredFetches(clock.millis(), EXPIRED);
        if (!over.isEmpty()) {
            lanes.accept(new Job.Fetch(Set.copyOf(over)));
        }
    }

    /** Something has come to these channels. Returns at once. */
    public void look(Collection<String> where) {
        if (!where.isEmpty()) {
            aside(() -> where.stream().filter(channels::containsKey).forEach(this::fill));
        }
    }

    private void aside(Runnable work) {
        under.incrementAndGet();
        Thread.ofVirtual().name("fetch").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.debug("what is to be fetched is found by the next sweep", e);
            } finally {
                under.decrementAndGet();
            }
        });
    }

    private void fill(String channel) {
        var mine = taken.getOrDefault(channel, Set.of());
        var ready = due.fetches(channel, clock.millis(), 2 * MOST);
        synchronized (mine) {
            var next = ready.stream()
                    .filter(id -> !mine.contains(id))
                    .limit(MOST - mine.size())
                    .toList();
            if (!next.isEmpty()) {
                mine.addAll(next);
                lanes.accept(new Job.Fetch(Set.copyOf(next)));
            }
        }
    }

    /** Begins what was claimed; what was asked for and not claimed is somebody else's. */
    public void claimed(Set<Long> asked, List<Attachment> rows) {
        rows.forEach(this::begin);
        if (rows.size() < asked.size()) {
            var not = new HashSet<>(asked);
            rows.forEach(row -> not.remove(row.id()));
            release(not);
        }
    }

    private void release(Collection<Long> ids) {
        for (var mine : taken.values()) {
            synchronized (mine) {
                mine.removeAll(Set.copyOf(ids));
            }
        }
    }

    private void begin(Attachment row) {
        aside(() -> {
            try {
                FaultPoints.reached(FaultPoints.BEFORE_FETCH);
                FetchResult result = fetch(row);
                FaultPoints.reached(FaultPoints.AFTER_FETCH);
                lanes.accept(new Job.Fetched(result, row.message(), row.contact()));
            } finally {
                release(Set.of(row.id()));
            }
            if (channels.containsKey(row.channel())) {
                fill(row.channel());
            }
        });
    }

    private FetchResult fetch(Attachment row) {
        if (row.attempt() > 1 && row.expiresAt() <= clock.millis()) {
            return gone(row, row.why().isEmpty() ? "it could not be fetched in time" : "not in time: " + row.why());
        }
        if (row.file().size() > files.maxSize()) {
            return gone(row, tooLarge());
        }
        Channel channel = channels.get(row.channel());
        if (channel == null || !(row.file() instanceof Content.Remote remote)) {
            return later(row, LONGEST_PAUSE, "channel '" + row.channel() + "' is not configured or not enabled");
        }
        MDC.put("channel", row.channel());
        try (var draft = files.draft()) {
            return fetch(row, channel, remote, draft);
        } catch (IOException e) {
            log.warn("a file of channel '{}' could not be kept; it is tried again", row.channel(), e);
            return later(row, pause(row), "it could not be kept here");
        }
    }

    private FetchResult fetch(Attachment row, Channel channel, Content.Remote remote, FileStore.Draft draft)
            throws IOException {
        Fetched fetched;
        try (var _ = Deadline.of(DEADLINE)) {
            fetched = Objects.requireNonNull(channel.fetch(remote, draft.stream()), "the channel answered nothing");
        } catch (InterruptedException e) {
            return later(row, pause(row), "it took longer than " + DEADLINE.toSeconds() + " s");
        } catch (Throwable e) {
            if (draft.tooLarge()) {
                return gone(row, tooLarge());
            }
            // What it says may hold an address with a secret in it: that is for the log, which masks secrets, alone.
            log.warn("channel '{}': a file could not be fetched; it is tried again", row.channel(), e);
            return later(
                    row,
                    pause(row),
                    "the provider could not be asked (" + e.getClass().getSimpleName() + ")");
        }
        return switch (fetched) {
            case Fetched.Done _ when draft.tooLarge() -> gone(row, tooLarge());
            case Fetched.Done(var type) -> kept(row, remote, draft, type);
            case Fetched.Gone(var why) -> gone(row, why);
            case Fetched.Later(var after, var why) -> later(row, Math.max(1, after.toMillis()), why);
        };
    }

    private FetchResult kept(Attachment row, Content.Remote remote, FileStore.Draft draft, String type)
            throws IOException {
        if (draft.size() == 0) {
            return row.attempt() < CONTRADICTIONS
                    ? later(row, pause(row), "the provider sent nothing")
                    : gone(row, "the file is empty");
        }
        if (remote.size() >= 0 && remote.size() != draft.size() && row.attempt() < CONTRADICTIONS) {
            return later(row, pause(row), draft.size() + " of " + remote.size() + " bytes came");
        }
        String sha256 = draft.keep();
        String told = remote.mediaType().isEmpty() ? type : remote.mediaType();
        return new FetchResult(
                row.id(),
                row.attempt(),
                State.STORED,
                new Content.Stored(sha256, remote.name(), told, draft.size()),
                "",
                0);
    }

    private String tooLarge() {
        return "it is larger than " + files.maxSize() / 1_000_000 + " MB";
    }

    private static FetchResult gone(Attachment row, String why) {
        return new FetchResult(row.id(), row.attempt(), State.GONE, row.file(), why, 0);
    }

    /** The last attempt is made shortly before it is too late. */
    private FetchResult later(Attachment row, long pause, String why) {
        long now = clock.millis();
        if (row.expiresAt() <= now) {
            return gone(row, "not in time: " + why);
        }
        long last = row.expiresAt() - LAST_CALL;
        long at = Math.min(now + pause, last > now ? last : row.expiresAt());
        return new FetchResult(row.id(), row.attempt(), State.WAITING, row.file(), why, at);
    }

    private static long pause(Attachment row) {
        return Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(row.attempt() - 1, 12));
    }
}
