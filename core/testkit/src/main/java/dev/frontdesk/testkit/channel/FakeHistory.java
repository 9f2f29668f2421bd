package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Outbound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads kept in memory. What the {@link FakeIntake} of the same context stores appears by itself; a test adds the other side.
 * Safe for use by many threads.
 */
public final class FakeHistory implements History {

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Map<String, List<Line>> threads = new HashMap<>();
    private final Map<MessageId, Address> addressees = new ConcurrentHashMap<>();
    private final Map<String, String> belonging = new ConcurrentHashMap<>();
    private long position;

    FakeHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** The bot says something. Returns the line's position. */
    public long bot(String identity, Content content) {
        return add(identity, "", "bot", "", content);
    }

    /** An agent says something. Returns the line's position. */
    public long agent(String identity, String name, String text) {
        return add(identity, "", "agent", name, Content.text(text));
    }

    /** What the core commits before it calls {@link dev.frontdesk.api.channel.Channel#deliver}. Returns the line's position. */
    public long sent(Outbound message) {
        addressees.put(message.id(), message.to());
        return add(message.to().identity(), "", message.automatic() ? "bot" : "agent", "", message.content());
    }

    /** Says that somebody belongs to the thread of a person, by whatever they refer to. */
    public void belongs(String writer, String person) {
        belonging.put(writer, person);
    }

    @Override
    public Optional<String> thread(String writer, List<String> references, String subject) {
        return references.isEmpty() && subject.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(belonging.get(writer));
    }

    @Override
    public Optional<Address> addressee(MessageId ours) {
        return Optional.ofNullable(addressees.get(ours));
    }

    void received(Inbound item) {
        if (item instanceof Inbound.Message message) {
            add(message.from().identity(), message.id(), "contact", "", message.content());
        }
    }

    private long add(String identity, String key, String author, String name, Content content) {
        lock.lock();
        try {
            var line = new Line(++position, key, author, name, content, clock.instant());
            threads.computeIfAbsent(identity, _ -> new ArrayList<>()).add(line);
            grown.signalAll();
            return position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Line> after(String identity, long after, int limit) {
        lock.lock();
        try {
            return threads.getOrDefault(identity, List.of()).stream()
                    .filter(line -> line.position() > after)
                    .limit(limit)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(String identity, long after, Duration most) throws InterruptedException {
        var left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (after(identity, after, 1).isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
