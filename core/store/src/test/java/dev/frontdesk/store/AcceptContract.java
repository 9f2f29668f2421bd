package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.port.Leases;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction.Cursor;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.StaleFence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes in: identities, sequences, messages, dead letters, cursors, the mailbox. */
interface AcceptContract extends StoreContract {

    @Test
    default void an_identity_belongs_to_whoever_came_first() {
        try (var lane = store().writer(0)) {
            var who = Desk.somebody();
            long first = Desk.contact(lane, who);
            long second = Desk.contact(lane, who);
            assertThat(second).isEqualTo(first);
            assertThat(Desk.map(lane, tx -> tx.find(List.of(who, new Identity("mail", who.external())))))
                    .containsExactly(Map.entry(who, first));
            assertThat(store().threads().contact("site", who.external())).contains(first);
        }
    }

    @Test
    default void a_locked_contact_tells_its_next_sequence() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            assertThat(Desk.head(lane, contact).nextSeq()).isEqualTo(1);
            lane.transact(tx -> {
                tx.saveSequences(Map.of(contact, 8L));
                return true;
            });
            assertThat(Desk.head(lane, contact).nextSeq()).isEqualTo(8);
        }
    }

    @Test
    default void what_is_stored_is_known_and_refused_a_second_time() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var message = Desk.inbound(contact, 1);
            String command = "command-" + Desk.id();
            String letter = "letter-" + Desk.id();
            lane.transact(tx -> {
                tx.insertMessages(List.of(message));
                tx.insertCommands(Map.of(command, contact), Desk.NOW);
                tx.insertDeadLetters(List.of(new DeadLetter(
                        Desk.id(), "site", letter, "unreadable", "not JSON", 0, new byte[] {0, 7}, Desk.NOW)));
                return true;
            });
            assertThat(Desk.set(lane, tx -> tx.known(List.of(message.dedupe(), command, letter, "new"))))
                    .containsExactlyInAnyOrder(message.dedupe(), command, letter);
            assertThatThrownBy(() -> lane.transact(tx -> {
                        tx.insertMessages(List.of(Desk.inbound(contact, 2, message.dedupe(), message.content())));
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT));
            assertThat(Desk.set(lane, tx -> tx.known(List.of("new")))).isEmpty();
        }
    }

    @Test
    default void a_failed_transaction_leaves_nothing_behind() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var message = Desk.inbound(contact, 1);
            assertThatThrownBy(() -> lane.transact(tx -> {
                        tx.insertMessages(List.of(message));
                        throw new IllegalStateException("a bug");
                    }))
                    .hasMessage("a bug");
            assertThat(Desk.set(lane, tx -> tx.known(List.of(message.dedupe()))))
                    .isEmpty();
        }
    }

    @Test
    default void mail_comes_back_in_order_with_its_message_and_only_once() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var message = Desk.inbound(contact, 2);
            var late = Desk.mail(contact, 2, message);
            var early = Desk.timer(contact, 1, Desk.NOW + 5);
            lane.transact(tx -> {
                tx.insertMessages(List.of(message));
                tx.post(List.of(late, early));
                return true;
            });
            List<Mail> mail = lane.transact(tx -> tx.mailboxOf(List.of(contact)));
            assertThat(mail).extracting(Mail::seq).containsExactly(1L, 2L);
            assertThat(mail.get(0).message()).isNull();
            assertThat(mail.get(1).message()).usingRecursiveComparison().isEqualTo(message);
            assertThat(mail.get(1).payload()).isEqualTo(late.payload());
            assertThat(store().due().partitionsWithMail(Desk.NOW)).contains(early.part());
            assertThat(store().due().partitionsWithMail(Desk.NOW - 3_600_000))
                    .as("its writer's clock was an hour ahead of ours")
                    .contains(early.part());
            Desk.apply(lane, changes -> changes.consumed.addAll(mail));
            assertThat(Desk.list(lane, tx -> tx.mailboxOf(List.of(contact)))).isEmpty();
        }
    }

    @Test
    default void a_partition_gives_its_oldest_mail_and_contacts_whole() {
        try (var lane = store().writer(0)) {
            long old = Desk.contact(lane);
            long young = Desk.contact(lane);
            lane.transact(tx -> {
                tx.post(List.of(
                        inPartition(old, 1, 10),
                        inPartition(old, 2, 30),
                        inPartition(young, 1, 20),
                        inPartition(young, 2, 5000)));
                return true;
            });
            List<Mail> mail = lane.transact(tx -> tx.mailboxIn(List.of(255, 254), 1));
            assertThat(mail).extracting(Mail::contact).containsOnly(old);
            assertThat(mail).extracting(Mail::seq).containsExactly(1L, 2L);
            assertThat(Desk.list(lane, tx -> tx.mailboxIn(List.of(255), 2))).hasSize(4);
        }
    }

    private static Mail inPartition(long contact, long seq, long at) {
        return new Mail(contact, 255, seq, Mail.Kind.IDLE, null, Value.EMPTY, at);
    }

    @Test
    default void a_stale_fence_refuses_the_whole_transaction() {
        try (var lane = store().writer(0)) {
            String channel = "bot" + Desk.id();
            String lease = Leases.receiver(channel);
            long first =
                    store().leases().acquire(lease, 1, Duration.ofMinutes(1)).orElseThrow();
            lane.transact(tx -> {
                tx.saveCursors(
                        List.of(new Cursor(channel, "offset", "1", first), new Cursor(channel, "offset", "2", first)));
                return true;
            });
            store().leases().release(lease, 1);
            long second =
                    store().leases().acquire(lease, 2, Duration.ofMinutes(1)).orElseThrow();
            assertThat(second).isGreaterThan(first);
            long contact = Desk.contact(lane);
            var message = Desk.inbound(contact, 1);
            assertThatThrownBy(() -> lane.transact(tx -> {
                        tx.insertMessages(List.of(message));
                        tx.saveCursors(List.of(new Cursor(channel, "offset", "3", first)));
                        return true;
                    }))
                    .isInstanceOf(StaleFence.class);
            assertThat(store().threads().cursor(channel, "offset")).contains("2");
            assertThat(Desk.set(lane, tx -> tx.known(List.of(message.dedupe()))))
                    .isEmpty();
        }
    }

    @Test
    default void text_that_a_database_refuses_is_replaced_and_does_not_fail_the_batch() {
        String hostile = "a\0b\uD800c\uDC00d\uD83D\uDE00";
        String stored = "a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00";
        try (var lane = store().writer(0)) {
            var who = new Identity("site", hostile + Desk.id());
            long contact = Desk.contact(lane, who);
            assertThat(Desk.map(lane, tx -> tx.find(List.of(who)))).containsValue(contact);
            var message = Desk.inbound(
                    contact,
                    1,
                    hostile + Desk.id(),
                    new Content.Choice(hostile, List.of(new Content.Option(hostile, hostile))));
            var mail = new Mail(
                    contact, 1, 1, Mail.Kind.MESSAGE, message, Value.EMPTY.with(hostile, Value.of(hostile)), Desk.NOW);
            lane.transact(tx -> {
                tx.insertMessages(List.of(message));
                tx.post(List.of(mail));
                return true;
            });
            Mail read = lane.transact(tx -> tx.mailboxOf(List.of(contact)).getFirst());
            assertThat(read.message().content())
                    .isEqualTo(new Content.Choice(stored, List.of(new Content.Option(stored, stored))));
            assertThat(read.payload()).isEqualTo(Value.EMPTY.with(stored, Value.of(stored)));
            assertThat(Desk.set(lane, tx -> tx.known(List.of(message.dedupe()))))
                    .hasSize(1);
        }
    }
}
