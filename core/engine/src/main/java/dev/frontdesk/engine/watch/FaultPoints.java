package dev.frontdesk.engine.watch;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Places at which a test of the whole process may let it die as by {@code kill -9}. Off unless the environment names one:
 * {@code FRONTDESK_FAULT_POINT=commit.done@20} ends the process at the twentieth time that place is reached.
 */
public final class FaultPoints {
    /** Everything of the transaction is written, nothing is committed. */
    public static final String BEFORE_COMMIT = "commit.before";

    /** Committed; nobody who waits for it knows. */
    public static final String AFTER_COMMIT = "commit.done";

    /** Acknowledged; what follows from it has not begun. */
    public static final String ACKNOWLEDGED = "commit.acknowledged";

    /** The claim of a message is committed, its provider not called. */
    public static final String BEFORE_SEND = "send.before";

    /** The provider has answered; the store does not know. */
    public static final String AFTER_SEND = "send.done";

    /** Places in the queue are given away, nothing is committed. */
    public static final String BEFORE_MATCH = "match.before";

    /** The match is committed, nobody told. */
    public static final String AFTER_MATCH = "match.done";

    /** The claim of a file is committed, its provider not asked. */
    public static final String BEFORE_FETCH = "fetch.before";

    /** The file is on the disk; the store does not know. */
    public static final String AFTER_FETCH = "fetch.done";

    private static final @Nullable Armed ARMED = Armed.of(System.getenv("FRONTDESK_FAULT_POINT"));

    private FaultPoints() {}

    /** What an operator must know at the start, if anything. */
    public static String armed() {
        return ARMED == null ? "" : ARMED.point;
    }

    public static void reached(String point) {
        if (ARMED != null && ARMED.point.equals(point) && ARMED.left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    private record Armed(String point, AtomicInteger left) {
        static @Nullable Armed of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            int at = text.indexOf('@');
            return at < 0
                    ? new Armed(text, new AtomicInteger(1))
                    : new Armed(text.substring(0, at), new AtomicInteger(Integer.parseInt(text.substring(at + 1))));
        }
    }
}
