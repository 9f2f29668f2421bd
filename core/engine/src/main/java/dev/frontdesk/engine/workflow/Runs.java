package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Run;

/** What the engine keeps for itself among the variables of a run. */
public final class Runs {
    /** Whether the queue is to be left when the wait is over. */
    private static final String LEAVE = "_leave-queue";

    /** The last message whose delivery is awaited. */
    private static final String DELIVERY = "_delivery";

    private Runs() {}

    static Run awaiting(Run run, long message) {
        return run.with(DELIVERY, Value.of(Long.toString(message)));
    }

    /** True for the last message whose delivery the run awaits. */
    public static boolean awaits(Run run, long message) {
        return run.vars().get(DELIVERY).asText().equals(Long.toString(message));
    }

    static Run leaving(Run run, boolean leaveQueue) {
        return leaveQueue == leavesQueue(run) ? run : run.with(LEAVE, Value.of(leaveQueue));
    }

    public static boolean leavesQueue(Run run) {
        return run.vars().get(LEAVE).equals(Value.of(true));
    }
}
