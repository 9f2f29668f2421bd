package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction.ActionOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a batch reads and writes: profile, conversation, runs, actions. */
interface AdvanceContract extends StoreContract {

    @Test
    default void what_was_written_is_loaded_again() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            ContactState fresh = Desk.state(lane, contact);
            assertThat(fresh)
                    .isEqualTo(new ContactState(
                            contact,
                            fresh.part(),
                            new Profile("Ann", "en", Value.EMPTY, Set.of(), "", false, false),
                            null,
                            List.of()));
            var conversation = Desk.conversation(contact, 1);
            var run = Desk.run(conversation);
            var held = Desk.held(conversation, new Handler.Bot(run.id()));
            var fields = Value.EMPTY
                    .with("amount", new Value.Num(new BigDecimal("12.50")))
                    .with("due", new Value.Time(Instant.parse("2026-01-02T03:04:05Z")))
                    .with("$odd", new Value.Items(List.of(Value.of(true), Value.NIL)));
            var profile = new Profile("Bob", "ru", fields, Set.of("vip"), "blocked us", true, true);
            Desk.apply(lane, changes -> {
                changes.newConversations.put(held.id(), held);
                changes.newRuns.put(run.id(), run);
                changes.profiles.put(contact, profile);
            });
            ContactState read = Desk.state(lane, contact);
            assertThat(read).isEqualTo(new ContactState(contact, fresh.part(), profile, held, List.of(run)));
        }
    }

    @Test
    default void a_close_and_the_next_open_fit_into_one_batch() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var first = Desk.conversation(contact, 1);
            var firstRun = Desk.run(first);
            Desk.apply(lane, changes -> {
                changes.newConversations.put(first.id(), first);
                changes.newRuns.put(firstRun.id(), firstRun);
            });
            var next = Desk.conversation(contact, 3);
            var nextRun = Desk.run(next);
            Desk.apply(lane, changes -> {
                changes.newConversations.put(next.id(), next);
                changes.newRuns.put(nextRun.id(), nextRun);
                changes.updatedConversations.put(first.id(), Desk.closed(first, 2));
                changes.updatedRuns.put(firstRun.id(), firstRun.ended(Run.State.DONE, "closed", Desk.NOW));
            });
            ContactState read = Desk.state(lane, contact);
            assertThat(read.latest()).isEqualTo(next);
            assertThat(read.runs()).containsExactly(nextRun);
            Desk.apply(lane, changes -> changes.updatedConversations.put(next.id(), Desk.closed(next, 4)));
            assertThat(Desk.state(lane, contact).latest()).isEqualTo(Desk.closed(next, 4));
        }
    }

    @Test
    default void a_second_open_conversation_is_refused_as_a_lost_race() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var first = Desk.conversation(contact, 1);
            var second = Desk.conversation(contact, 2);
            Desk.apply(lane, changes -> changes.newConversations.put(first.id(), first));
            assertThatThrownBy(() -> Desk.apply(lane, changes -> changes.newConversations.put(second.id(), second)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT));
        }
    }

    @Test
    default void timers_and_idle_conversations_are_found_when_their_time_is_over() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var conversation = Desk.conversation(contact, 1);
            var activity = conversation.activity();
            var waking = conversation.with(new dev.frontdesk.engine.model.Conversation.Activity(
                    activity.lastAt(),
                    activity.lastOrd(),
                    activity.lastAuthor(),
                    activity.preview(),
                    0,
                    0,
                    Desk.NOW + 70));
            var run = Desk.run(conversation);
            Desk.apply(lane, changes -> {
                changes.newConversations.put(waking.id(), waking);
                changes.newRuns.put(run.id(), run);
            });
            var timer = new Due.Timer(contact, run.id(), 1);
            var idle = new Due.Idle(contact, conversation.id(), Desk.NOW + 70);
            assertThat(store().due().timers(Desk.NOW + 49, 1000)).doesNotContain(timer);
            assertThat(store().due().timers(Desk.NOW + 50, 1000)).contains(timer);
            assertThat(store().due().idle(Desk.NOW + 69, 1000)).doesNotContain(idle);
            assertThat(store().due().idle(Desk.NOW + 70, 1000)).contains(idle);
        }
    }

    @Test
    default void an_action_is_given_once_and_only_its_current_attempt_counts() {
        try (var lane = store().writer(0)) {
            long id = Desk.id();
            var action = new ActionRow(id, 1, 1, 7, 2, "http", Value.of("input"), "run:1:" + id, 5000, 3, 0, Desk.NOW);
            Desk.apply(lane, changes -> changes.actions.add(action));
            assertThat(store().due().actions(Desk.NOW, 1000)).contains(id);
            List<ActionRow> claimed = lane.transact(tx -> tx.claimActions(List.of(id), 1, Desk.NOW, Desk.NOW));
            assertThat(claimed).singleElement().extracting(ActionRow::attempt).isEqualTo(1);
            assertThat(Desk.list(lane, tx -> tx.claimActions(List.of(id), 1, Desk.NOW, Desk.NOW)))
                    .isEmpty();
            assertThat(store().due().abandonedActions()).isPositive();
            lane.transact(tx -> tx.claimActions(List.of(id), 1, Desk.NOW, Long.MAX_VALUE / 2));
            var stale = new ActionOutcome(id, 1, true, 0);
            assertThat(Desk.set(lane, tx -> tx.settleActions(List.of(stale)))).isEmpty();
            var again = new ActionOutcome(id, 2, false, Desk.NOW + 10);
            assertThat(Desk.set(lane, tx -> tx.settleActions(List.of(again)))).isEmpty();
            assertThat(store().due().actions(Desk.NOW, 1000)).doesNotContain(id);
            lane.transact(tx -> tx.claimActions(List.of(id), 1, Desk.NOW + 10, Long.MAX_VALUE / 2));
            var done = new ActionOutcome(id, 3, true, 0);
            assertThat(Desk.set(lane, tx -> tx.settleActions(List.of(done, done))))
                    .containsExactly(id);
            assertThat(Desk.set(lane, tx -> tx.settleActions(List.of(done)))).isEmpty();
        }
    }
}
