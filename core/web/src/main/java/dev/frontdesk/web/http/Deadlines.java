package dev.frontdesk.web.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends blocking reads and writes that take too long by interrupting their thread, which closes its connection: the
 * server has no time limits of its own on a socket. Safe for use by many threads.
 */
public final class Deadlines implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofMillis(500);

    private final Set<Limit> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread sweeper;

    public void start() {
        var thread =
                Thread.ofPlatform().daemon().name("frontdesk-web-deadlines").unstarted(this::sweep);
        sweeper = thread;
        thread.start();
    }

    /** Begins a limit on the calling thread. */
    public Limit within(Duration time) {
        var limit = new Limit(Thread.currentThread(), System.nanoTime() + time.toNanos());
        open.add(limit);
        return limit;
    }

    /** Interrupts whoever is within a limit now. */
    @Override
    public void close() {
        var thread = sweeper;
        sweeper = null;
        if (thread != null) {
            thread.interrupt();
        }
        open.forEach(Limit::end);
    }

    private void sweep() {
        while (sweeper == Thread.currentThread()) {
            long now = System.nanoTime();
            for (var limit : open) {
                if (now - limit.at > 0) {
                    limit.end();
                }
            }
            LockSupport.parkNanos(SWEEP.toNanos());
        }
    }

    /** Closing it leaves no interrupt behind. */
    public final class Limit implements AutoCloseable {
        private final Thread thread;
        private final long at;
        private boolean active = true;
        private boolean fired;

        private Limit(Thread thread, long at) {
            this.thread = thread;
            this.at = at;
        }

        private synchronized void end() {
            if (active && !fired) {
                fired = true;
                thread.interrupt();
            }
        }

        /** True when the time is over or the server stops. */
        public synchronized boolean over() {
            return fired;
        }

        @Override
        public void close() {
            open.remove(this);
            synchronized (this) {
                active = false;
                if (fired && Thread.currentThread() == thread) {
                    Thread.interrupted();
                }
            }
        }
    }
}
