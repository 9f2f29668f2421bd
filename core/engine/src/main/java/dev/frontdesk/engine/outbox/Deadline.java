package dev.frontdesk.engine.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.Future;

/** Interrupts the thread that made it when its time is over, unless it was closed before. Belongs to one thread. */
public final class Deadline implements AutoCloseable {
    private static final ScheduledExecutorService WATCH = watch();

    private final Thread thread;
    private final Future<?> alarm;
    private boolean over;

    private Deadline(Thread thread, Duration most) {
        this.thread = thread;
        this.alarm = WATCH.schedule(this::ring, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static Deadline of(Duration most) {
        return new Deadline(Thread.currentThread(), most);
    }

    private synchronized void ring() {
        if (!over) {
            thread.interrupt();
        }
    }

    /** After this the thread is not interrupted any more; an interrupt that came too late is taken back. */
    @Override
    public synchronized void close() {
        over = true;
        if (!alarm.cancel(false)) {
            boolean _ = Thread.interrupted();
        }
    }

    private static ScheduledExecutorService watch() {
        var pool = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }
}
