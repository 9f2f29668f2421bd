package dev.frontdesk.channel.telegram;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so: whoever pauses waits for {@link #next}. */
final class Patience implements Pause {

    private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();
    private final Semaphore passed = new Semaphore(0);

    @Override
    public void sleep(Duration time) throws InterruptedException {
        asked.add(time);
        passed.acquire();
    }

    /** How long the next pause is to be; it is over at once. */
    Duration next() throws InterruptedException {
        var time = asked.poll(15, TimeUnit.SECONDS);
        if (time == null) {
            throw new AssertionError("nobody paused");
        }
        passed.release();
        return time;
    }

    /** How long the next pause is to be; it stands until {@link #over}. */
    Duration standing() throws InterruptedException {
        var time = asked.poll(15, TimeUnit.SECONDS);
        if (time == null) {
            throw new AssertionError("nobody paused");
        }
        return time;
    }

    void over() {
        passed.release();
    }

    /** The pauses that were asked for and not looked at. */
    int waiting() {
        return asked.size();
    }
}
