package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An intake that keeps a ledger instead of a database. Like the real one it stores a batch whole or not at all, knows an
 * {@link Inbound#id()} it has seen, keeps what is unreadable as a dead letter, and refuses an old fence. A test may make it
 * overloaded, stale or slow. Safe for use by many threads.
 */
public final class FakeIntake implements Intake {

    private enum Mood {
        WELL,
        OVERLOADED,
        STALE
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Batch> batches = new ArrayList<>();
    private final List<Inbound> stored = new ArrayList<>();
    private final List<Inbound> deadLetters = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> cursors = new HashMap<>();
    private Consumer<Inbound> onStored = _ -> {};
    private Mood mood = Mood.WELL;
    private boolean held;
    private int waiting;
    private int refused;
    private int duplicates;
    private long fence;

    /** An intake that is well and empty. */
    public FakeIntake() {}

    @Override
    public List<Accepted> accept(Batch batch) throws InterruptedException, Overloaded, StaleLease {
        lock.lockInterruptibly();
        try {
            waiting++;
            changed.signalAll();
            try {
                while (held) {
                    changed.await();
                }
            } finally {
                waiting--;
            }
            refuseIfTold(batch);
            return commit(batch);
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    @Override
    public Optional<String> cursor(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(cursors.get(key));
        } finally {
            lock.unlock();
        }
    }

    private void refuseIfTold(Batch batch) throws Overloaded, StaleLease {
        if (mood == Mood.OVERLOADED) {
            refused++;
            throw new Overloaded("the test says that the queue is full");
        }
        if (mood == Mood.STALE || batch.fence().orElse(Long.MAX_VALUE) < fence) {
            refused++;
            throw new StaleLease("another node holds fence " + fence + ", the batch carries " + batch.fence());
        }
    }

    private List<Accepted> commit(Batch batch) {
        batches.add(batch);
        cursors.putAll(batch.cursors());
        return batch.items().stream().map(this::take).toList();
    }

    private Accepted take(Inbound item) {
        if (!known.add(item.id())) {
            duplicates++;
            return Accepted.DUPLICATE;
        }
        if (item instanceof Inbound.Unreadable
                || item.id().isEmpty()
                || item.id().length() > 200) {
            deadLetters.add(item);
            return Accepted.DEAD_LETTER;
        }
        stored.add(item);
        onStored.accept(item);
        return Accepted.STORED;
    }

    /** From now on every batch is refused with {@link Intake.Overloaded}. */
    public void overload() {
        locked(() -> mood = Mood.OVERLOADED);
    }

    /** From now on every batch is refused with {@link Intake.StaleLease}. */
    public void loseLease() {
        locked(() -> mood = Mood.STALE);
    }

    /** Refuses batches that carry an older fence than this one. */
    public void fence(long newest) {
        locked(() -> fence = newest);
    }

    /** From now on every batch waits, before anything of it is stored, until {@link #recover()}. */
    public void hold() {
        locked(() -> held = true);
    }

    /** All is well again, and what waited goes on. */
    public void recover() {
        locked(() -> {
            mood = Mood.WELL;
            held = false;
        });
    }

    /** Told of each item as it is stored, under the intake's lock. */
    void onStored(Consumer<Inbound> listener) {
        locked(() -> onStored = listener);
    }

    /** The accepted batches in order, duplicates in them included. */
    public List<Batch> batches() {
        return read(() -> List.copyOf(batches));
    }

    /** What was stored, in order and each thing once; dead letters are not among it. */
    public List<Inbound> stored() {
        return read(() -> List.copyOf(stored));
    }

    /** The stored messages, in order and each once. */
    public List<Inbound.Message> messages() {
        return stored().stream()
                .filter(Inbound.Message.class::isInstance)
                .map(Inbound.Message.class::cast)
                .toList();
    }

    /** The stored things of one kind, as edits or reports, in order and each once. */
    public <T extends Inbound> List<T> stored(Class<T> kind) {
        return stored().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What could not be read, in order. */
    public List<Inbound> deadLetters() {
        return read(() -> List.copyOf(deadLetters));
    }

    /** How many items were known before. */
    public int duplicates() {
        return read(() -> duplicates);
    }

    /** How many batches were refused. */
    public int refused() {
        return read(() -> refused);
    }

    /** How many callers wait in {@link #accept} because of {@link #hold()}. */
    public int waiting() {
        return read(() -> waiting);
    }

    /** Waits until so many messages are stored; fails the test after ten seconds. Returns them all. */
    public List<Inbound.Message> awaitMessages(int count) {
        Await.until(
                "stored messages to be " + count,
                Duration.ofSeconds(10),
                () -> messages().size() >= count);
        return messages();
    }

    private void locked(Runnable change) {
        read(() -> {
            change.run();
            changed.signalAll();
            return mood;
        });
    }

    private <T> T read(Supplier<T> value) {
        lock.lock();
        try {
            return value.get();
        } finally {
            lock.unlock();
        }
    }
}
