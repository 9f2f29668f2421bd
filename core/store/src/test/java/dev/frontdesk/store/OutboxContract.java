package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Inbound.Report;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.engine.model.Changes.Fence;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Transaction.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out: claims, results, reports, fences. */
interface OutboxContract extends StoreContract {

    private static List<OutboxRow> claim(Store.Writer lane, long contact) {
        return lane.transact(tx -> tx.claimSends(List.of(contact), 1, Desk.NOW, Long.MAX_VALUE));
    }

    private static List<Settled> settle(Store.Writer lane, OutboxRow row, int attempt, State state, String remote) {
        var result = new SendResult(row.id(), attempt, state, remote, "why", Desk.NOW + 10, Desk.NOW, false);
        return lane.transact(tx -> tx.settle(List.of(result)));
    }

    private static List<Settled> report(Store.Writer lane, String remote, Inbound.State state) {
        var report = new Report("r", Optional.of(remote), Optional.empty(), state, Instant.EPOCH, "", Raw.of(""));
        return lane.transact(tx -> tx.report("site", List.of(report)));
    }

    private State state(OutboxRow row) {
        return store().inbox().linesById(List.of(row.id())).stream()
                .map(InboxReads.Line::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void a_head_is_given_once_and_the_next_only_after_its_result() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var first = Desk.toSend(lane, contact, 5, 1, 0);
            var second = Desk.toSend(lane, contact, 5, 2, 0);
            assertThat(store().due().contactsToSend(Desk.NOW, 10_000)).containsOnlyOnce(contact);
            var claimed = claim(lane, contact);
            assertThat(claimed)
                    .singleElement()
                    .isEqualTo(new OutboxRow(
                            first.id(),
                            contact,
                            first.part(),
                            5,
                            first.ord(),
                            first.reach(),
                            first.content(),
                            "",
                            0,
                            0,
                            0,
                            first.idempotency(),
                            Desk.NOW,
                            1,
                            true,
                            false));
            assertThat(claim(lane, contact)).isEmpty();
            assertThat(store().due().contactsToSend(Desk.NOW, 10_000)).doesNotContain(contact);
            assertThat(settle(lane, first, 1, State.SENT, ""))
                    .extracting(Settled::state)
                    .containsExactly(State.SENT);
            assertThat(claim(lane, contact)).extracting(OutboxRow::id).containsExactly(second.id());
        }
    }

    @Test
    default void only_the_current_attempt_settles() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            claim(lane, contact);
            assertThat(settle(lane, row, 1, State.READY, "")).hasSize(1);
            assertThat(claim(lane, contact)).as("not due yet").isEmpty();
            lane.transact(tx -> tx.claimSends(List.of(contact), 1, Desk.NOW + 10, Long.MAX_VALUE));
            assertThat(settle(lane, row, 1, State.FAILED, "")).isEmpty();
            assertThat(settle(lane, row, 2, State.SENT, "r")).hasSize(1);
            assertThat(settle(lane, row, 2, State.SENT, "r")).isEmpty();
        }
    }

    @Test
    default void a_send_whose_node_is_gone_is_unknown_and_is_claimed_as_unsure() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            lane.transact(tx -> tx.claimSends(List.of(contact), 1, Desk.NOW, 1));
            assertThat(store().due().abandonedSends()).isEqualTo(1);
            assertThat(state(row)).isEqualTo(State.UNKNOWN);
            assertThat(store().due().contactsToSend(Desk.NOW, 10_000)).contains(contact);
            assertThat(claim(lane, contact)).singleElement().satisfies(again -> {
                assertThat(again.unsure()).isTrue();
                assertThat(again.attempt()).isEqualTo(2);
            });
        }
    }

    @Test
    default void reports_only_move_up() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            String remote = "remote-" + row.id();
            claim(lane, contact);
            settle(lane, row, 1, State.SENT, remote);
            assertThat(report(lane, remote, Inbound.State.READ))
                    .extracting(Settled::state)
                    .containsExactly(State.READ);
            assertThat(report(lane, remote, Inbound.State.DELIVERED)).isEmpty();
            assertThat(report(lane, remote, Inbound.State.FAILED)).isEmpty();
            assertThat(state(row)).isEqualTo(State.READ);
        }
    }

    @Test
    default void a_failure_is_final_unless_it_was_delivered_after_all() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            String remote = "remote-" + row.id();
            claim(lane, contact);
            settle(lane, row, 1, State.SENT, remote);
            assertThat(report(lane, remote, Inbound.State.FAILED)).hasSize(1);
            assertThat(report(lane, remote, Inbound.State.SENT)).isEmpty();
            assertThat(state(row)).isEqualTo(State.FAILED);
            assertThat(report(lane, remote, Inbound.State.READ)).hasSize(1);
            assertThat(state(row)).isEqualTo(State.READ);
        }
    }

    @Test
    default void a_report_that_comes_before_the_result_is_kept_for_it() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            String remote = "remote-" + row.id();
            claim(lane, contact);
            assertThat(report(lane, remote, Inbound.State.DELIVERED)).isEmpty();
            assertThat(report(lane, remote, Inbound.State.SENT)).isEmpty();
            assertThat(settle(lane, row, 1, State.SENT, remote))
                    .extracting(Settled::state)
                    .containsExactly(State.DELIVERED);
        }
    }

    @Test
    default void early_reports_come_to_the_same_in_any_order() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            String remote = "remote-" + row.id();
            claim(lane, contact);
            report(lane, remote, Inbound.State.FAILED);
            report(lane, remote, Inbound.State.DELIVERED);
            report(lane, remote, Inbound.State.FAILED);
            report(lane, remote, Inbound.State.SENT);
            assertThat(settle(lane, row, 1, State.SENT, remote))
                    .extracting(Settled::state)
                    .containsExactly(State.DELIVERED);
        }
    }

    @Test
    default void what_a_report_calls_a_message_is_its_name_where_the_sender_never_learned_one() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            claim(lane, contact);
            settle(lane, row, 1, State.UNSURE, "");
            var report = new Report(
                    "r",
                    Optional.of("named-" + row.id()),
                    Optional.of(new MessageId(row.id())),
                    Inbound.State.SENT,
                    Instant.EPOCH,
                    "",
                    Raw.of(""));
            assertThat(Desk.list(lane, tx -> tx.report("site", List.of(report))))
                    .hasSize(1);
            assertThat(store().inbox().linesById(List.of(row.id())).getFirst().key())
                    .isEqualTo("named-" + row.id());
            assertThat(report(lane, "named-" + row.id(), Inbound.State.READ)).hasSize(1);
        }
    }

    @Test
    default void a_report_by_our_own_id_settles_what_was_unknown_and_the_late_result_changes_nothing() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var row = Desk.toSend(lane, contact, 5, 1, 0);
            claim(lane, contact);
            var report = new Report(
                    "r",
                    Optional.of("x"),
                    Optional.of(new MessageId(row.id())),
                    Inbound.State.SENT,
                    Instant.EPOCH,
                    "",
                    Raw.of(""));
            assertThat(Desk.list(lane, tx -> tx.report("mail", List.of(report))))
                    .as("another channel")
                    .isEmpty();
            assertThat(Desk.list(lane, tx -> tx.report("site", List.of(report))))
                    .hasSize(1);
            assertThat(settle(lane, row, 1, State.SENT, "remote-" + row.id()))
                    .as("only its other name is new")
                    .isEmpty();
            assertThat(report(lane, "remote-" + row.id(), Inbound.State.READ)).hasSize(1);
        }
    }

    @Test
    default void a_fence_drops_what_bots_said_and_is_not_yet_being_sent() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var sending = Desk.toSend(lane, contact, 5, 1, 0);
            claim(lane, contact);
            var waiting = Desk.toSend(lane, contact, 5, 2, 0);
            var byPerson = Desk.toSend(lane, contact, 5, 3, -1);
            var other = Desk.toSend(lane, contact, 6, 4, 0);
            var sameBatch = Desk.outbound(contact, 5, 1);
            var newer = Desk.outbound(contact, 6, 1);
            Desk.apply(lane, changes -> {
                changes.messages.addAll(List.of(sameBatch, newer));
                changes.outbox.add(Desk.outbox(sameBatch, 5, 0));
                changes.outbox.add(Desk.outbox(newer, 5, 1));
                changes.fences.add(new Fence(contact, 5, 1, "ann stepped in"));
            });
            assertThat(state(sending)).isEqualTo(State.SENDING);
            assertThat(state(waiting)).isEqualTo(State.DROPPED);
            assertThat(state(byPerson)).isEqualTo(State.READY);
            assertThat(state(other)).isEqualTo(State.READY);
            assertThat(state(Desk.outbox(sameBatch, 5, 0))).isEqualTo(State.DROPPED);
            assertThat(state(Desk.outbox(newer, 5, 1))).isEqualTo(State.READY);
        }
    }
}
