package dev.frontdesk.bench.faults;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** New customers at a steady pace, whatever the product does, one half over Telegram and one over web chat. */
final class Traffic {
    /** What a story says on average: every fourth says four messages, every fourth three, the others two. */
    private static final double MESSAGES_EACH = 2.75;

    private static final long FIRST_CHAT = 1_000_000_000L;

    private final FakeTelegram telegram;
    private final Doors doors;
    private final Acknowledged acknowledged;
    private final Patience patience = new Patience();
    private final long pauseNanos;
    private final List<Story> stories = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Thread pacer = Thread.ofPlatform().name("traffic").unstarted(this::pace);
    private volatile boolean ending;

    Traffic(FakeTelegram telegram, Doors doors, Acknowledged acknowledged, int messagesPerSecond) {
        this.telegram = telegram;
        this.doors = doors;
        this.acknowledged = acknowledged;
        this.pauseNanos = (long) (1e9 * MESSAGES_EACH / messagesPerSecond);
    }

    void start() {
        pacer.start();
    }

    private void pace() {
        long next = System.nanoTime();
        for (int number = 0; !ending; number++) {
            boolean chat = (number / 4) % 2 == 1;
            var story = new Story(
                    number,
                    chat ? "web chat" : "Telegram",
                    chat ? new Visitor(doors, acknowledged) : new Subscriber(telegram, FIRST_CHAT + number),
                    patience);
            synchronized (stories) {
                stories.add(story);
                threads.add(Thread.ofVirtual().name("story-" + number).start(story));
            }
            next += pauseNanos;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
    }

    /** Nothing goes wrong any more: no new customers; waits until those who are there have come to their end or given up. */
    void finish() throws InterruptedException {
        ending = true;
        patience.faultsAreOver();
        pacer.join();
        for (Thread thread : List.copyOf(threads)) {
            thread.join();
        }
    }

    List<Story> stories() {
        synchronized (stories) {
            return List.copyOf(stories);
        }
    }

    /** How many are under way. */
    long open() {
        synchronized (stories) {
            return threads.stream().filter(Thread::isAlive).count();
        }
    }
}
