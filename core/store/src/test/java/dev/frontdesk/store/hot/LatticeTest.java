package dev.frontdesk.store.hot;

import static dev.frontdesk.engine.model.OutboxRow.State.DELIVERED;
import static dev.frontdesk.engine.model.OutboxRow.State.DROPPED;
import static dev.frontdesk.engine.model.OutboxRow.State.FAILED;
import static dev.frontdesk.engine.model.OutboxRow.State.READ;
import static dev.frontdesk.engine.model.OutboxRow.State.SENDING;
import static dev.frontdesk.engine.model.OutboxRow.State.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.model.OutboxRow.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatticeTest {

    @Test
    void a_state_only_moves_up() {
        assertThat(Lattice.raised(SENDING, SENT)).isEqualTo(SENT);
        assertThat(Lattice.raised(DROPPED, SENT)).isEqualTo(SENT);
        assertThat(Lattice.raised(READ, DELIVERED)).isEqualTo(READ);
    }

    @Test
    void what_was_delivered_did_not_fail_whichever_is_told_first() {
        assertThat(Lattice.raised(SENT, FAILED)).isEqualTo(FAILED);
        assertThat(Lattice.raised(FAILED, SENT)).isEqualTo(FAILED);
        assertThat(Lattice.raised(FAILED, DELIVERED)).isEqualTo(DELIVERED);
        assertThat(Lattice.raised(DELIVERED, FAILED)).isEqualTo(DELIVERED);
        assertThat(Lattice.raised(FAILED, READ)).isEqualTo(READ);
        assertThat(Lattice.raised(READ, FAILED)).isEqualTo(READ);
    }

    @Test
    void reports_come_to_the_same_in_any_order() {
        var reports = List.of(SENT, DELIVERED, READ, FAILED, SENT);
        for (int mask = 0; mask < 32; mask++) {
            var some = new ArrayList<State>();
            for (int i = 0; i < reports.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    some.add(reports.get(i));
                }
            }
            assertThat(told(some)).isEqualTo(told(some.reversed()));
            Collections.rotate(some, 1);
            assertThat(told(some)).isEqualTo(told(some.reversed()));
        }
    }

    private static State told(List<State> reports) {
        return reports.stream().reduce(SENDING, Lattice::raised);
    }
}
