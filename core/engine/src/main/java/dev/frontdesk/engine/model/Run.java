package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;

/**
 * One execution of one workflow version for one contact.
 *
 * @param conversation 0 when it belongs to none that is open
 * @param slot "" for the one interactive run; others may go on beside it
 * @param rev rises with every input it takes; ids and buttons made under it carry it
 * @param memory of the current step
 * @param wakeAt when what it awaits times out, 0 for never
 * @param reason why it ended or stands still, "" while it runs
 */
public record Run(
        long id,
        long contact,
        int part,
        long conversation,
        String workflow,
        long version,
        String slot,
        State state,
        String step,
        Awaiting awaiting,
        Value memory,
        Value.Fields vars,
        int rev,
        long wakeAt,
        String reason,
        long startedAt,
        long endedAt) {

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

    public Run ended(State how, String why, long at) {
        return new Run(
                id,
                contact,
                part,
                conversation,
                workflow,
                version,
                slot,
                how,
                step,
                Awaiting.NOTHING,
                Value.NIL,
                vars,
                rev,
                0,
                why,
                startedAt,
                at);
    }
}
