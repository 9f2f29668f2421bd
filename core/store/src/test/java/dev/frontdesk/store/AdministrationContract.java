package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.port.Accounts.Session;
import dev.frontdesk.engine.port.Directory.Agent;
import dev.frontdesk.engine.port.Directory.Team;
import dev.frontdesk.engine.port.WorkflowVersions.Version;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People, accounts, leases, workflow versions, dead letters. */
interface AdministrationContract extends StoreContract {

    private String somebody() {
        String id = "agent" + Desk.id();
        store().directory().put(MatchingContract.agent(id), List.of());
        return id;
    }

    @Test
    default void files_own_what_they_name_and_no_more() {
        String mine = "file" + Desk.id();
        String byHand = somebody();
        String team = "team" + Desk.id();
        var agent = MatchingContract.agent(mine);
        store().directory().provision(List.of(new Team(team, "Team", "least-open", 4, List.of(mine))), List.of(agent));
        store().directory().put(MatchingContract.agent(byHand), List.of(team));
        assertThat(store().directory().teams())
                .contains(new Team(team, "Team", "least-open", 4, List.of(byHand, mine)));
        assertThat(store().directory().agents()).contains(agent);
        store().directory().provision(List.of(new Team(team, "Team", "round-robin", 0, List.of())), List.of());
        assertThat(store().directory().teams()).contains(new Team(team, "Team", "round-robin", 0, List.of(byHand)));
        assertThat(store().directory().agents())
                .filteredOn(it -> it.id().equals(mine))
                .singleElement()
                .extracting(Agent::provisioned)
                .isEqualTo(false);
    }

    @Test
    default void a_disabled_agent_is_signed_out_and_what_they_hold_is_known() {
        String agent = somebody();
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var conversation = Desk.conversation(contact, 1);
            var held = conversation.with(conversation.handling().assigned(agent));
            assertThat(held.handling().handler()).isEqualTo(new Handler.Agent(agent));
            Desk.apply(lane, changes -> changes.newConversations.put(held.id(), held));
            store().accounts().open(new Session("t" + agent, agent, "csrf", 1, 1, 1000));
            assertThat(store().directory().disable(agent)).isTrue();
            assertThat(store().directory().disable("nobody")).isFalse();
            assertThat(store().accounts().session("t" + agent)).isEmpty();
            assertThat(store().directory().heldBy(agent)).containsExactly(new long[] {contact, held.id()});
        }
    }

    @Test
    default void a_link_opens_once_and_not_too_late() {
        String agent = somebody();
        store().accounts().issueLink("link" + agent, agent, 100);
        assertThat(store().accounts().redeemLink("link" + agent, 100)).isEmpty();
        assertThat(store().accounts().redeemLink("link" + agent, 99)).contains(agent);
        assertThat(store().accounts().redeemLink("link" + agent, 99)).isEmpty();
    }

    @Test
    default void a_new_password_ends_the_other_sessions() {
        String agent = somebody();
        var kept = new Session("a" + agent, agent, "csrf", 1, 2, 3);
        store().accounts().open(kept);
        store().accounts().open(new Session("b" + agent, agent, "csrf", 1, 2, 3));
        store().accounts().touch("a" + agent, 5, 6);
        store().accounts().setPassword(agent, "hash", kept.tokenHash());
        store().accounts().setLanguage(agent, "ru");
        assertThat(store().accounts().passwordHash(agent)).contains("hash");
        assertThat(store().accounts().anyPassword()).isTrue();
        assertThat(store().accounts().session("a" + agent)).contains(new Session("a" + agent, agent, "csrf", 1, 5, 6));
        assertThat(store().accounts().session("b" + agent)).isEmpty();
        store().accounts().end("a" + agent);
        assertThat(store().accounts().session("a" + agent)).isEmpty();
    }

    @Test
    default void a_lease_has_one_holder_and_its_fence_rises_with_the_next() {
        var leases = store().leases();
        String name = "lease" + Desk.id();
        long fence = leases.acquire(name, 1, Duration.ofMinutes(1)).orElseThrow();
        assertThat(leases.acquire(name, 1, Duration.ofMinutes(1))).hasValue(fence);
        assertThat(leases.acquire(name, 2, Duration.ofMinutes(1))).isEmpty();
        leases.release(name, 2);
        assertThat(leases.acquire(name, 2, Duration.ofMinutes(1))).isEmpty();
        leases.acquire(name, 1, Duration.ZERO);
        assertThat(leases.acquire(name, 2, Duration.ofMinutes(1))).hasValue(fence + 1);
    }

    @Test
    default void living_nodes_have_different_numbers_and_a_lost_one_is_noticed() {
        var leases = store().leases();
        int first = leases.joinAsNode("one", Duration.ofMinutes(1));
        int second = leases.joinAsNode("two", Duration.ofMinutes(1));
        assertThat(second).isNotEqualTo(first);
        assertThat(leases.beat(first, Duration.ZERO)).isTrue();
        var rival = new dev.frontdesk.store.admin.SqlLeases(store().database());
        assertThat(rival.joinAsNode("three", Duration.ofMinutes(1))).isEqualTo(first);
        assertThat(leases.beat(first, Duration.ofMinutes(1))).isFalse();
        assertThat(rival.beat(first, Duration.ofMinutes(1))).isTrue();
        rival.leave(first);
        leases.leave(second);
    }

    @Test
    default void what_a_dead_process_held_is_free_at_once_and_what_another_took_over_stays() {
        var dead = new dev.frontdesk.store.admin.SqlLeases(store().database());
        int node = dead.joinAsNode("dead", Duration.ofMinutes(1));
        String name = "receiver:buried" + Desk.id();
        long fence = dead.acquire(name, node, Duration.ofMinutes(1)).orElseThrow();
        var leases = store().leases();
        int living = leases.joinAsNode("living", Duration.ofMinutes(1));
        assertThat(leases.acquire(name, living, Duration.ofMinutes(1))).isEmpty();

        leases.bury(dead.token(node));

        assertThat(leases.acquire(name, living, Duration.ofMinutes(1))).hasValue(fence + 1);
        leases.bury("of nobody");
        leases.bury(dead.token(node));
        assertThat(leases.beat(living, Duration.ofMinutes(1))).isTrue();
        assertThat(leases.acquire(name, living, Duration.ofMinutes(1))).hasValue(fence + 1);
        leases.leave(living);
    }

    @Test
    default void the_same_workflow_is_published_once() {
        String name = "Inbound" + Desk.id();
        long first = store().workflows().publish(name, "hash", "steps = []", Desk.id(), 1);
        assertThat(store().workflows().publish(name, "hash", "steps = []", Desk.id(), 2))
                .isEqualTo(first);
        long second = store().workflows().publish(name, "other", "steps = [1]", Desk.id(), 3);
        assertThat(second).isNotEqualTo(first);
        assertThat(store().workflows().get(first)).contains(new Version(first, name, "steps = []"));
        assertThat(store().workflows().get(-1)).isEmpty();
    }

    @Test
    default void a_dead_letter_is_driven_again_once() {
        var letter = new DeadLetter(Desk.id(), "site", null, "mail", "a bug", 9, new byte[] {0, 1, -1}, Desk.NOW);
        try (var lane = store().writer(0)) {
            lane.transact(tx -> {
                tx.insertDeadLetters(List.of(letter));
                return true;
            });
        }
        long before = store().deadLetters().count();
        assertThat(store().deadLetters().get(letter.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(letter);
        assertThat(store().deadLetters().list(100)).extracting(DeadLetter::id).contains(letter.id());
        assertThat(store().deadLetters().redriven(letter.id(), 5)).isTrue();
        assertThat(store().deadLetters().redriven(letter.id(), 5)).isFalse();
        assertThat(store().deadLetters().count()).isEqualTo(before - 1);
    }

    @Test
    default void raw_payloads_are_forgotten_and_the_messages_stay() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane, new Identity("site", "forgotten" + Desk.id()));
            var old = Desk.inbound(contact, 1, "old" + Desk.id(), Content.text("old"));
            var young = Desk.inbound(contact, 2, "young" + Desk.id(), Content.text("young"));
            lane.transact(tx -> {
                tx.insertMessages(List.of(old, young));
                tx.post(List.of(mail(contact, 1, old), mail(contact, 2, young)));
                return true;
            });
            while (store().housekeeping().forgetRaw(young.id(), 2)) {}
            var kept = lane.transact(tx -> tx.mailboxOf(List.of(contact)));
            assertThat(kept.getFirst().message().raw()).isNull();
            assertThat(kept.getLast().message().raw()).isNotNull();
            store().housekeeping().forgetOver(Desk.NOW, Desk.NOW);
        }
    }

    private static Mail mail(long contact, long seq, Message message) {
        return new Mail(contact, 1, seq, Mail.Kind.MESSAGE, message, Value.EMPTY, Desk.NOW);
    }

    @Test
    default void the_databases_clock_goes() {
        store().ping();
        assertThat(store().databaseTime()).isGreaterThan(1_700_000_000_000L);
    }
}
