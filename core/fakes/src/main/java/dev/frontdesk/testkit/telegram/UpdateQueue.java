package dev.frontdesk.testkit.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The updates the bot has not acknowledged. One poll at a time: a second one ends the first, as at Telegram. Safe for use by many
 * threads.
 */
final class UpdateQueue {

    /** @param lane updates of one lane are pushed one after the other */
    record Pending(long id, String lane, String raw) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SortedMap<Long, Pending> pending = new TreeMap<>();
    private final Ledger ledger;
    private final InstantSource clock;
    private long next = 870_000_001;
    private long polls;

    UpdateQueue(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes an update with the id it gets. */
    interface Writing {
        String with(long updateId);
    }

    long add(long chat, String lane, Writing writing) {
        lock.lock();
        try {
            long id = next++;
            var raw = writing.with(id);
            pending.put(id, new Pending(id, lane, raw));
            ledger.add(new Ledger.Enqueued(id, chat, raw, clock.instant()));
            changed.signalAll();
            return id;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an update in again that was acknowledged, or one with an id of the caller's own. */
    void put(long id, String lane, String raw) {
        lock.lock();
        try {
            pending.put(id, new Pending(id, lane, raw));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next update gets this id, as after a week of silence. */
    void restartAt(long id) {
        lock.lock();
        try {
            next = id;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return pending.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets what is below the offset and answers what there is, waiting for something so long. An offset that is far beyond the
     * queue forgets nothing.
     */
    List<Pending> poll(long offset, int limit, Duration most) throws InterruptedException, Refusal {
        lock.lockInterruptibly();
        try {
            long mine = ++polls;
            changed.signalAll();
            forget(offset);
            long left = most.toNanos();
            while (pending.isEmpty() && left > 0 && polls == mine) {
                left = changed.awaitNanos(left);
            }
            if (polls != mine) {
                throw new Refusal(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running");
            }
            return pending.values().stream().limit(limit).toList();
        } finally {
            lock.unlock();
        }
    }

    private void forget(long offset) {
        if (offset > next) {
            return;
        }
        long below = offset < 0
                ? pending.keySet().stream()
                        .skip(Math.max(0, pending.size() + offset))
                        .findFirst()
                        .orElse(0L)
                : offset;
        for (long id : new ArrayList<>(pending.headMap(below).keySet())) {
            acknowledge(id, Ledger.By.OFFSET);
        }
    }

    void acknowledge(long id, Ledger.By by) {
        lock.lock();
        try {
            pending.remove(id);
            ledger.acknowledge(id, by, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** The oldest update of a lane. */
    Optional<Pending> head(String lane) {
        lock.lock();
        try {
            return pending.values().stream()
                    .filter(update -> update.lane().equals(lane))
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    List<String> lanes() {
        lock.lock();
        try {
            return pending.values().stream().map(Pending::lane).distinct().toList();
        } finally {
            lock.unlock();
        }
    }
}
