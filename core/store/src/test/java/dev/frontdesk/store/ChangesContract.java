package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.MessageChange.Kind;
import dev.frontdesk.engine.model.Notice;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.Store;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of messages after they were written, and what comes in beside them. */
interface ChangesContract extends StoreContract {

    private static MessageChange change(
            long contact, long seq, String target, Kind kind, @Nullable String text, String emoji, long sentAt) {
        return new MessageChange(
                Desk.id(),
                contact,
                Ord.of(seq, 0),
                "site",
                target,
                kind,
                "person",
                text == null ? null : Content.text(text),
                emoji,
                "site:change-" + Desk.id(),
                new byte[] {1},
                Desk.NOW,
                sentAt);
    }

    private static void insert(Store.Writer lane, List<Message> messages, MessageChange... changes) {
        lane.transact(tx -> {
            tx.insertMessages(messages);
            tx.insertChanges(List.of(changes));
            return true;
        });
    }

    @Test
    default void changes_stand_on_their_message_in_the_order_they_were_made() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            String id = "m" + Desk.id();
            var message = Desk.inbound(contact, 1, "site:" + id, Content.text("helo"));
            var late = change(contact, 2, id, Kind.EDIT, "hello!", "", 9_000);
            var early = change(contact, 3, id, Kind.EDIT, "hello", "", 8_000);
            var heart = change(contact, 4, id, Kind.REACTION, null, "❤", 0);
            insert(lane, List.of(message), late, early, heart);
            var line = store().inbox().lines(contact, Long.MAX_VALUE, 10).getFirst();
            assertThat(line.key()).isEqualTo(id);
            assertThat(line.changes()).extracting(MessageChange::id).containsExactly(early.id(), late.id(), heart.id());
            assertThat(line.changes().getLast().content()).isNull();
            assertThat(line.changes().getLast().emoji()).isEqualTo("❤");
            assertThat(store().inbox().linesChanged(List.of(heart.id())))
                    .extracting(it -> it.message().id())
                    .containsExactly(message.id());
            assertThat(store().inbox().strays(contact, 0, Long.MAX_VALUE)).isEmpty();
            assertThat(store().inbox().straysById(List.of(heart.id()))).isEmpty();
        }
    }

    @Test
    default void a_change_without_its_message_is_a_stray_until_the_message_comes() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            String id = "m" + Desk.id();
            var edit = change(contact, 1, id, Kind.EDIT, "hello", "", 0);
            insert(lane, List.of(), edit);
            assertThat(store().inbox().strays(contact, 0, Long.MAX_VALUE))
                    .extracting(MessageChange::id)
                    .containsExactly(edit.id());
            assertThat(store().inbox().strays(contact, edit.ord() + 1, Long.MAX_VALUE))
                    .isEmpty();
            assertThat(store().inbox().straysById(List.of(edit.id()))).hasSize(1);
            assertThat(store().inbox().linesChanged(List.of(edit.id()))).isEmpty();
            insert(lane, List.of(Desk.inbound(contact, 2, "site:" + id, Content.text("helo"))));
            assertThat(store().inbox().strays(contact, 0, Long.MAX_VALUE)).isEmpty();
            assertThat(store().inbox()
                            .lines(contact, Long.MAX_VALUE, 10)
                            .getFirst()
                            .changes())
                    .hasSize(1);
        }
    }

    @Test
    default void what_we_sent_is_changed_and_quoted_by_the_id_its_provider_gave_it() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var ours = Desk.toSend(lane, contact, 5, 1, -1);
            String remote = "r" + Desk.id();
            lane.transact(tx -> {
                tx.claimSends(List.of(contact), 1, Desk.NOW, Long.MAX_VALUE);
                return tx.settle(List.of(new SendResult(ours.id(), 1, State.SENT, remote, "", 0, Desk.NOW, false)));
            });
            var answer = new Message(
                    Desk.id(),
                    contact,
                    Ord.of(2, 0),
                    Message.Direction.IN,
                    Message.Author.CONTACT,
                    "",
                    "site",
                    "site:a" + Desk.id(),
                    Content.text("yes"),
                    remote,
                    null,
                    Desk.NOW,
                    0);
            insert(lane, List.of(answer), change(contact, 3, remote, Kind.REACTION, null, "👍", 0));
            var lines = store().inbox().lines(contact, Long.MAX_VALUE, 10);
            assertThat(lines.get(0).quoted()).isNotNull();
            assertThat(lines.get(0).quoted().id()).isEqualTo(ours.id());
            assertThat(lines.get(1).key()).isEqualTo(remote);
            assertThat(lines.get(1).changes()).extracting(MessageChange::emoji).containsExactly("👍");
        }
    }

    @Test
    default void changes_and_notices_are_known_by_their_keys() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var edit = change(contact, 1, "m1", Kind.EDIT, "hello", "", 0);
            insert(lane, List.of(), edit);
            assertThat(Desk.set(lane, tx -> tx.knownChanges(List.of(edit.dedupe(), "new"))))
                    .containsExactly(edit.dedupe());
            assertThat(Desk.set(lane, tx -> tx.knownChanges(List.of()))).isEmpty();
            var first = notice("site:notice-" + Desk.id(), Desk.NOW);
            var again = notice(first.dedupe(), Desk.NOW);
            var second = notice("site:notice-" + Desk.id(), Desk.NOW);
            assertThat(Desk.set(lane, tx -> tx.insertNotices(List.of(first)))).containsExactly(first.dedupe());
            assertThat(Desk.set(lane, tx -> tx.insertNotices(List.of(again, second))))
                    .isEqualTo(Set.of(second.dedupe()));
            assertThat(store().deadLetters().notices(1)).containsExactly(second);
            store().housekeeping().forgetNotices(Desk.NOW + 1);
            assertThat(Desk.set(lane, tx -> tx.insertNotices(List.of(again)))).containsExactly(first.dedupe());
        }
    }

    private static Notice notice(String dedupe, long at) {
        return new Notice(Desk.id(), "site", dedupe, "account", Value.EMPTY.with("why", Value.of("x")), at);
    }
}
