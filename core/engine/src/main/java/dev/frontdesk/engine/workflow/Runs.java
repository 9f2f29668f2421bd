package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Run;

/** The moves of a run. */
public final class Runs {
    /** A variable of the engine's own: whether the queue is to be left when the wait is over. */
    private static final String LEAVE = "_leave-queue";

    /** Another: the last message whose delivery is awaited. */
    private static final String DELIVERY = "_delivery";

    private Runs() {}

    public static Run fresh(
            long id, long contact, int part, long conversation, Workflow workflow, Value.Fields vars, long now) {
        return new Run(
                id,
                contact,
                part,
                conversation,
                workflow.name(),
                workflow.version(),
                workflow.interactive() ? "" : Long.toString(id, 36),
                Run.State.WAITING,
                workflow.first().id(),
                Run.Awaiting.NOTHING,
                Value.NIL,
                vars,
                0,
                0,
                "",
                now,
                0);
    }

    static Run raised(Run r) {
        return new Run(
                r.id(),
                r.contact(),
                r.part(),
                r.conversation(),
                r.workflow(),
                r.version(),
                r.slot(),
                Run.State.WAITING,
                r.step(),
                Run.Awaiting.NOTHING,
                r.memory(),
                r.vars(),
                r.rev() + 1,
                0,
                "",
                r.startedAt(),
                0);
    }

    static Run at(Run r, String step) {
        return r.step().equals(step)
                ? r
                : new Run(
                        r.id(),
                        r.contact(),
                        r.part(),
                        r.conversation(),
                        r.workflow(),
                        r.version(),
                        r.slot(),
                        r.state(),
                        step,
                        r.awaiting(),
                        r.memory(),
                        r.vars(),
                        r.rev(),
                        r.wakeAt(),
                        r.reason(),
                        r.startedAt(),
                        r.endedAt());
    }

    static Run remembering(Run r, Value memory) {
        return new Run(
                r.id(),
                r.contact(),
                r.part(),
                r.conversation(),
                r.workflow(),
                r.version(),
                r.slot(),
                r.state(),
                r.step(),
                r.awaiting(),
                memory,
                r.vars(),
                r.rev(),
                r.wakeAt(),
                r.reason(),
                r.startedAt(),
                r.endedAt());
    }

    static Run with(Run r, Value.Fields vars) {
        return new Run(
                r.id(),
                r.contact(),
                r.part(),
                r.conversation(),
                r.workflow(),
                r.version(),
                r.slot(),
                r.state(),
                r.step(),
                r.awaiting(),
                r.memory(),
                vars,
                r.rev(),
                r.wakeAt(),
                r.reason(),
                r.startedAt(),
                r.endedAt());
    }

    static Run waiting(Run r, Run.Awaiting what, long wakeAt) {
        return new Run(
                r.id(),
                r.contact(),
                r.part(),
                r.conversation(),
                r.workflow(),
                r.version(),
                r.slot(),
                Run.State.WAITING,
                r.step(),
                what,
                r.memory(),
                r.vars(),
                r.rev(),
                wakeAt,
                "",
                r.startedAt(),
                0);
    }

    public static Run parked(Run r, String why) {
        return new Run(
                r.id(),
                r.contact(),
                r.part(),
                r.conversation(),
                r.workflow(),
                r.version(),
                r.slot(),
                Run.State.PARKED,
                r.step(),
                Run.Awaiting.NOTHING,
                r.memory(),
                r.vars(),
                r.rev(),
                0,
                why,
                r.startedAt(),
                0);
    }

    static Run awaiting(Run r, long message) {
        return with(r, r.vars().with(DELIVERY, Value.of(Long.toString(message))));
    }

    /** True for the last message whose delivery the run awaits. */
    public static boolean awaits(Run run, long message) {
        return run.vars().get(DELIVERY).asText().equals(Long.toString(message));
    }

    static Run leaving(Run r, boolean leaveQueue) {
        return leaveQueue == leavesQueue(r) ? r : with(r, r.vars().with(LEAVE, Value.of(leaveQueue)));
    }

    public static boolean leavesQueue(Run run) {
        return run.vars().get(LEAVE).equals(Value.of(true));
    }
}
