package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;

/**
 * One execution of one workflow version for one contact. Each move makes a new one.
 *
 * @param rev rises with every input it takes; ids and buttons made under it carry it
 * @param memory of the current step
 * @param wakeAt when what it awaits times out, 0 for never
 * @param reason why it ended or stands still, "" while it runs
 */
public record Run(
        Origin origin,
        State state,
        String step,
        Awaiting awaiting,
        Value memory,
        Value.Fields vars,
        int rev,
        long wakeAt,
        String reason,
        long endedAt) {

    /**
     * What never changes in a run.
     *
     * @param conversation 0 when it belongs to none that is open
     * @param slot "" for the one interactive run; others may go on beside it
     */
    public record Origin(
            long id,
            long contact,
            int part,
            long conversation,
            String workflow,
            long version,
            String slot,
            long startedAt) {}

    /** PARKED: something it needs is missing (a plugin, a step type); it goes on when that is back. */
    public enum State {
        WAITING,
        PARKED,
        DONE,
        STOPPED,
        FAILED;

        public boolean active() {
            return this == WAITING || this == PARKED;
        }
    }

    public enum Awaiting {
        NOTHING,
        REPLY,
        TIME,
        DELIVERY,
        ACTION,
        AGENT
    }

    public static Run fresh(Origin origin, String step, Value.Fields vars) {
        return new Run(origin, State.WAITING, step, Awaiting.NOTHING, Value.NIL, vars, 0, 0, "", 0);
    }

    public long id() {
        return origin.id();
    }

    public long contact() {
        return origin.contact();
    }

    public int part() {
        return origin.part();
    }

    public long conversation() {
        return origin.conversation();
    }

    public String workflow() {
        return origin.workflow();
    }

    public long version() {
        return origin.version();
    }

    public String slot() {
        return origin.slot();
    }

    public long startedAt() {
        return origin.startedAt();
    }

    /** With one more input, which it takes at the step it stands at. */
    public Run raised() {
        return new Run(origin, State.WAITING, step, Awaiting.NOTHING, memory, vars, rev + 1, 0, "", 0);
    }

    public Run at(String other) {
        return new Run(origin, state, other, awaiting, memory, vars, rev, wakeAt, reason, endedAt);
    }

    public Run remembering(Value what) {
        return new Run(origin, state, step, awaiting, what, vars, rev, wakeAt, reason, endedAt);
    }

    public Run with(String name, Value value) {
        return new Run(origin, state, step, awaiting, memory, vars.with(name, value), rev, wakeAt, reason, endedAt);
    }

    public Run waiting(Awaiting what, long until) {
        return new Run(origin, State.WAITING, step, what, memory, vars, rev, until, "", 0);
    }

    public Run parked(String why) {
        return new Run(origin, State.PARKED, step, Awaiting.NOTHING, memory, vars, rev, 0, why, 0);
    }

    public Run ended(State how, String why, long at) {
        return new Run(origin, how, step, Awaiting.NOTHING, Value.NIL, vars, rev, 0, why, at);
    }
}
