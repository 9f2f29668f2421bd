package dev.frontdesk.store.hot;

import static dev.frontdesk.engine.model.OutboxRow.State.DELIVERED;
import static dev.frontdesk.engine.model.OutboxRow.State.DROPPED;
import static dev.frontdesk.engine.model.OutboxRow.State.FAILED;
import static dev.frontdesk.engine.model.OutboxRow.State.READ;
import static dev.frontdesk.engine.model.OutboxRow.State.SENDING;
import static dev.frontdesk.engine.model.OutboxRow.State.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LatticeTest {

    @Test
    void a_state_only_moves_up() {
        assertThat(Lattice.raised(SENDING, SENT)).isEqualTo(SENT);
        assertThat(Lattice.raised(DROPPED, SENT)).isEqualTo(SENT);
        assertThat(Lattice.raised(READ, DELIVERED)).isEqualTo(READ);
    }

    @Test
    void a_failure_is_final_and_comes_too_late_for_what_was_delivered() {
        assertThat(Lattice.raised(SENT, FAILED)).isEqualTo(FAILED);
        assertThat(Lattice.raised(FAILED, READ)).isEqualTo(FAILED);
        assertThat(Lattice.raised(DELIVERED, FAILED)).isEqualTo(DELIVERED);
        assertThat(Lattice.raised(READ, FAILED)).isEqualTo(READ);
    }
}
