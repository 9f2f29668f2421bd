package dev.frontdesk.testkit.fault;

import java.time.Duration;

/** How one call of a provider goes wrong. */
public sealed interface Fault {

    /** The call has no effect and is answered so. */
    record Answer(int status, String body) implements Fault {}

    /** The connection is closed without an answer, and the call has no effect. */
    record HangUpBefore() implements Fault {}

    /** The call has its effect, then the connection is closed without an answer. */
    record HangUpAfter() implements Fault {}

    /** The call has its effect, then the connection is closed in the middle of the answer. */
    record Truncated() implements Fault {}

    /** The call has its effect and is answered with nothing. */
    record Empty() implements Fault {}

    /** The call has its effect and is answered only after this time: long after the caller has given up, if you say so. */
    record Slow(Duration by) implements Fault {}

    /** The call has no effect, and the connection stays open without an answer, as when a wire is cut. */
    record Silent() implements Fault {}

    /**
     * A connection that was kept from an earlier call is closed just as the call goes out on it: nobody has read the call, and it has
     * no effect. A call on a new connection is spared, and the fault waits for one on a kept connection.
     */
    record Stale() implements Fault {}

    /** A page of some proxy in between. */
    static Fault page(int status) {
        return new Answer(status, "<html><head><title>" + status + "</title></head><body>nginx</body></html>");
    }
}
