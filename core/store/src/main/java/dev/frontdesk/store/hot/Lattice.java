package dev.frontdesk.store.hot;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.engine.model.OutboxRow.State;

/** How far a message got only moves up, in whatever order the reports come. */
final class Lattice {
    private Lattice() {}

    static State state(Inbound.State report) {
        return switch (report) {
            case SENT -> State.SENT;
            case DELIVERED -> State.DELIVERED;
            case READ -> State.READ;
            case FAILED -> State.FAILED;
        };
    }

    /**
     * What was delivered did not fail, whichever of the two is told first: so the same reports come to the same in any order.
     */
    static State raised(State now, State report) {
        return height(report) > height(now) ? report : now;
    }

    private static int height(State state) {
        return switch (state) {
            case READY, SENDING, UNKNOWN, UNSURE, DROPPED -> 0;
            case SENT -> 1;
            case FAILED -> 2;
            case DELIVERED -> 3;
            case READ -> 4;
        };
    }
}
