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

    /** A failure is final, and nothing that was delivered can still fail. */
    static State raised(State now, State report) {
        if (now == State.FAILED || report == State.FAILED) {
            return height(now) >= height(State.DELIVERED) ? now : State.FAILED;
        }
        return height(report) > height(now) ? report : now;
    }

    private static int height(State state) {
        return switch (state) {
            case READY, SENDING, UNKNOWN, DROPPED, FAILED -> 0;
            case SENT -> 1;
            case DELIVERED -> 2;
            case READ -> 3;
        };
    }
}
