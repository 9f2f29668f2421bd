package dev.frontdesk.app.http;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** When a call ends, with all its hops. */
record Deadline(long nanoTime) {

    static Deadline in(Duration most) {
        return new Deadline(System.nanoTime() + most.toNanos());
    }

    boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** What is left, for a socket: at least 1, for 0 would be for ever. */
    int millis() throws HttpTimeoutException {
        return Math.clamp(Math.ceilDiv(nanos(), 1_000_000), 1, Integer.MAX_VALUE);
    }

    long nanos() throws HttpTimeoutException {
        long nanos = nanoTime - System.nanoTime();
        if (nanos <= 0) {
            throw new HttpTimeoutException("no complete answer in time");
        }
        return nanos;
    }
}
