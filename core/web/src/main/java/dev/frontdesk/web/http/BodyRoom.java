package dev.frontdesk.web.http;

import java.util.concurrent.Semaphore;

/**
 * How much of request bodies is in memory at a time, over all requests. A body that does not fit is refused before it is read, so
 * that many large ones at once cost others a moment and not the process. Safe for use by many threads.
 */
public final class BodyRoom {
    static final String FULL = "busy";

    /** Of these there are many and they pass quickly. */
    private static final int SMALL = 64 * 1024;

    private static final int UNIT = 1024;

    private final Semaphore free;

    public BodyRoom(int bytes) {
        free = new Semaphore(bytes / UNIT);
    }

    /** Answers what to give back; throws when there is no room. */
    int take(long bytes) {
        if (bytes <= SMALL) {
            return 0;
        }
        int units = Math.toIntExact((bytes + UNIT - 1) / UNIT);
        if (!free.tryAcquire(units)) {
            throw Refusal.later(503, FULL, "Too many large bodies at once. Try again in a moment.", 2);
        }
        return units;
    }

    void give(int units) {
        free.release(units);
    }
}
