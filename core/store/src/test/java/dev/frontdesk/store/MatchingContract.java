package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.port.Directory.Agent;
import dev.frontdesk.engine.port.Directory.Team;
import dev.frontdesk.engine.port.Transaction.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The queue and the loads. */
interface MatchingContract extends StoreContract {

    static Agent agent(String id) {
        return new Agent(id, id.toUpperCase(), "agent", "en", true, 3, 0, Set.of("en"), false, "offline", 0, true);
    }

    static QueueRow waiting(String team, int priority, long at) {
        return new QueueRow(Desk.id(), 1, team, "", priority, at, 2, Set.of("en"), Set.of("bob"), "site", "en");
    }

    @Test
    default void members_come_in_order_with_their_load_changes_taken() {
        String team = "team" + Desk.id();
        String ann = "ann" + Desk.id();
        String bob = "bob" + Desk.id();
        store().directory().put(agent(bob), List.of());
        store().directory().put(agent(ann), List.of());
        store().directory().provision(List.of(new Team(team, "Team", "round-robin", 0, List.of(bob, ann))), List.of());
        store().directory().declare(ann, "online", 70);
        store().directory().heartbeat(ann, 80);
        try (var lane = store().writer(0)) {
            lane.transact(tx -> {
                tx.changeLoads(List.of(
                        new LoadChange(Desk.id(), ann, -1, 60),
                        new LoadChange(Desk.id(), ann, 1, 0),
                        new LoadChange(Desk.id(), ann, 2, 0)));
                return true;
            });
            assertThat(store().due().teamsWithQueueOrLoadChanges()).contains(team);
            assertThat(store().directory().agents())
                    .filteredOn(it -> it.id().equals(ann))
                    .singleElement()
                    .extracting(Agent::load)
                    .isEqualTo(2);
            lane.transact(tx -> {
                assertThat(tx.lockTeam(team)).isTrue();
                assertThat(tx.members(team))
                        .containsExactly(
                                new Member(ann, true, "online", 80, false, 3, 2, 0, 60, Set.of("en")),
                                new Member(bob, true, "offline", 0, false, 3, 0, 0, 0, Set.of("en")));
                tx.reserve(team, Map.of(bob, 2), 99);
                return true;
            });
            assertThat(store().due().teamsWithQueueOrLoadChanges()).doesNotContain(team);
            assertThat(Desk.list(lane, tx -> tx.members(team)))
                    .contains(
                            new Member(ann, true, "online", 80, false, 3, 2, 0, 60, Set.of("en")),
                            new Member(bob, true, "offline", 0, false, 3, 2, 99, 0, Set.of("en")));
        }
    }

    @Test
    default void a_queue_goes_by_priority_then_time_and_gives_each_conversation_once() {
        String team = "team" + Desk.id();
        var late = waiting(team, 0, 20);
        var early = waiting(team, 0, 10);
        var urgent = waiting(team, 5, 30);
        try (var lane = store().writer(0)) {
            Desk.apply(
                    lane,
                    changes -> List.of(late, early, urgent).forEach(it -> changes.enqueued.put(it.conversation(), it)));
            assertThat(store().due().teamsWithQueueOrLoadChanges()).contains(team);
            assertThat(store().inbox().queuePosition(early.conversation())).contains(2);
            assertThat(Desk.list(lane, tx -> tx.queue(team, 2))).containsExactly(urgent, early);
            assertThat(Desk.set(lane, tx -> tx.dequeue(List.of(urgent, waiting(team, 0, 1)))))
                    .containsExactly(urgent.conversation());
            assertThat(Desk.set(lane, tx -> tx.dequeue(List.of(urgent)))).isEmpty();
            var moved =
                    new QueueRow(early.conversation(), 1, team + "b", "", 0, 10, 3, Set.of(), Set.of(), "site", "en");
            Desk.apply(lane, changes -> {
                changes.enqueued.put(moved.conversation(), moved);
                changes.dequeued.add(late.conversation());
            });
            assertThat(Desk.set(lane, tx -> tx.dequeue(List.of(early))))
                    .as("it has moved to another queue, and stays in that")
                    .isEmpty();
            assertThat(Desk.list(lane, tx -> tx.queue(team, 9))).isEmpty();
            assertThat(Desk.list(lane, tx -> tx.queue(team + "b", 9))).containsExactly(moved);
            assertThat(store().inbox().queuePosition(late.conversation())).isEmpty();
        }
    }

    @Test
    default void a_team_nobody_knows_cannot_be_locked() {
        try (var lane = store().writer(0)) {
            assertThat(Desk.yes(lane, tx -> tx.lockTeam("nobody's"))).isFalse();
        }
    }
}
