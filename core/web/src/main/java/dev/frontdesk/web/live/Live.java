package dev.frontdesk.web.live;

import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.auth.Sessions;
import dev.frontdesk.web.live.LiveBatch.LiveEvent;
import dev.frontdesk.web.staff.Staff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the event log once for all streams of this process: when a commit of this process says so, and now and then
 * for those of other nodes. While nobody listens it reads nothing. Safe for use by many threads.
 */
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final int PAGE = 200;
    private static final long BREATH = Duration.ofMillis(20).toNanos();

    /** @param poll how often to look without being told */
    public record Pace(Duration poll, Duration ping) {}

    public static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(15));

    private final EventLog log;
    private final Translator translator;
    private final Pulse pulse;
    private final Pace pace;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock turn = new ReentrantLock();
    private String position = "";
    private volatile boolean committed;
    private volatile @Nullable Thread reader;

    @Inject
    public Live(EventLog log, InboxReads inbox, Staff staff, Sessions sessions) {
        this(log, inbox, staff, sessions, PACE);
    }

    public Live(EventLog log, InboxReads inbox, Staff staff, Sessions sessions, Pace pace) {
        this.log = log;
        this.translator = new Translator(inbox);
        this.pulse = new Pulse(inbox, staff);
        this.pace = pace;
        sessions.onEnd(this::checkSessions);
    }

    public void start() {
        var thread = Thread.ofPlatform().daemon().name("frontdesk-live").unstarted(this::read);
        reader = thread;
        thread.start();
    }

    /** To be called after a commit, from any thread; costs next to nothing. */
    public void committed() {
        if (!subscribers.isEmpty()) {
            committed = true;
            LockSupport.unpark(reader);
        }
    }

    @Override
    public void close() {
        var thread = reader;
        reader = null;
        LockSupport.unpark(thread);
        subscribers.forEach(Subscriber::check);
    }

    boolean closed() {
        return reader == null;
    }

    int streams() {
        return subscribers.size();
    }

    /** @param from everything after this position will be in the subscriber's queue */
    record Subscription(Subscriber subscriber, String from) {}

    /** Catches up first, so that no position given out before lies ahead of the subscription. */
    Subscription subscribe(String agent) {
        var subscriber = new Subscriber(agent);
        turn.lock();
        try {
            if (subscribers.isEmpty()) {
                position = log.end();
            } else {
                readOn();
            }
            subscribers.add(subscriber);
            subscriber.offer(LiveBatch.of(pulse.now(agent)), position);
            return new Subscription(subscriber, position);
        } finally {
            turn.unlock();
        }
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    Translator translator() {
        return translator;
    }

    Duration ping() {
        return pace.ping();
    }

    private void checkSessions(String agent) {
        subscribers.stream()
                .filter(subscriber -> subscriber.agent.equals(agent))
                .forEach(Subscriber::check);
    }

    private void read() {
        boolean failing = false;
        while (reader == Thread.currentThread()) {
            if (!committed) {
                LockSupport.parkNanos(pace.poll().toNanos());
            }
            committed = false;
            if (subscribers.isEmpty()) {
                continue;
            }
            try {
                turnOnce();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn("live events: the event log cannot be read; streams wait until it can", e);
                }
                failing = true;
            }
            LockSupport.parkNanos(BREATH);
        }
    }

    private void turnOnce() {
        turn.lock();
        try {
            readOn();
            publish(LiveBatch.of(pulse.changes(agents())));
        } finally {
            turn.unlock();
        }
    }

    private void readOn() {
        while (true) {
            var entries = log.after(position, PAGE);
            if (entries.isEmpty()) {
                return;
            }
            String last = entries.getLast().position();
            var batch = new LiveBatch(translator.translate(entries), last);
            position = last;
            pulse.feel(entries);
            publish(batch);
            if (entries.size() < PAGE) {
                return;
            }
        }
    }

    private void publish(LiveBatch batch) {
        if (batch.events().isEmpty() && batch.position().isEmpty()) {
            return;
        }
        for (var subscriber : subscribers) {
            subscriber.offer(batch, position);
        }
    }

    private List<String> agents() {
        return subscribers.stream()
                .map(subscriber -> subscriber.agent)
                .distinct()
                .toList();
    }

    static List<LiveEvent> visible(LiveBatch batch, String agent) {
        return batch.events().stream().filter(event -> event.isFor(agent)).toList();
    }
}
