package dev.frontdesk.channel.email;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Gives the reading of a mail so long and no longer, on a thread of its own, so that no mail keeps the others from being read. What
 * takes longer is left behind: a thread that calculates cannot be stopped, and ends by itself or with the process. Safe for use by
 * many threads.
 */
final class Watch {
    private final Duration longest;

    Watch(Duration longest) {
        this.longest = longest;
    }

    /** A mail that took too long. */
    static final class TooLong extends RuntimeException {
        private TooLong(Duration longest) {
            super("reading it took longer than " + longest.toMillis() / 1000.0 + " s");
        }
    }

    /** Whoever is interrupted meanwhile learns it afterwards: a mail is not put aside because the mailbox is no longer read. */
    <T> T within(Supplier<T> reading) {
        var task = new FutureTask<>(reading::get);
        Thread.ofPlatform().daemon().name("mail-reading").start(task);
        long end = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw new TooLong(longest);
        } catch (ExecutionException e) {
            return rethrow(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T rethrow(Throwable cause) {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        }
    }
}
