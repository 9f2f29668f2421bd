package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Newcomer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Statements do not grow with the batch. */
interface CountContract extends StoreContract {

    @Test
    default void a_batch_of_200_takes_the_statements_of_a_batch_of_1() {
        try (var lane = store().writer(0)) {
            var one = statements(lane, 1);
            assertThat(statements(lane, 200)).isEqualTo(one);
            assertThat(one).isEqualTo(Map.of("accept", 7L, "advance", 11L, "claim", 2L, "settle", 3L));
        }
    }

    private Map<String, Long> statements(Store.Writer lane, int size) {
        var counts = new LinkedHashMap<String, Long>();
        var messages = counted(counts, "accept", () -> accept(lane, size));
        counted(counts, "advance", () -> advance(lane, messages));
        var contacts = messages.stream().map(Message::contact).toList();
        var claimed = counted(
                counts, "claim", () -> Desk.list(lane, tx -> tx.claimSends(contacts, 1, Desk.NOW, Long.MAX_VALUE)));
        assertThat(claimed).hasSize(size);
        var results = claimed.stream()
                .map(it -> new SendResult(it.id(), 1, State.SENT, "remote-" + it.id(), "", 0, Desk.NOW, false))
                .toList();
        assertThat(counted(counts, "settle", () -> Desk.list(lane, tx -> tx.settle(results))))
                .hasSize(size);
        return counts;
    }

    private <T> T counted(Map<String, Long> counts, String name, Supplier<T> work) {
        long before = store().traffic().statements();
        T answer = work.get();
        counts.put(name, store().traffic().statements() - before);
        return answer;
    }

    private List<Message> accept(Store.Writer lane, int size) {
        var newcomers = new ArrayList<Newcomer>();
        for (int i = 0; i < size; i++) {
            newcomers.add(Desk.newcomer(Desk.somebody()));
        }
        return Desk.list(lane, tx -> {
            Map<Identity, Long> contacts = tx.create(newcomers);
            Map<Long, Head> heads = tx.lock(contacts.values());
            var messages = heads.values().stream()
                    .map(head -> Desk.inbound(head.contact(), head.nextSeq()))
                    .toList();
            assertThat(tx.known(messages.stream().map(Message::dedupe).toList()))
                    .isEmpty();
            var next = new HashMap<Long, Long>();
            heads.values().forEach(head -> next.put(head.contact(), head.nextSeq() + 1));
            tx.saveSequences(next);
            tx.insertMessages(messages);
            return messages;
        });
    }

    /** On SQLite a lock of partitions takes no statement: the test leaves it out on both. */
    private boolean advance(Store.Writer lane, List<Message> messages) {
        return lane.transact(tx -> {
            var contacts = messages.stream().map(Message::contact).toList();
            assertThat(tx.mailboxOf(contacts)).isEmpty();
            assertThat(tx.load(contacts)).hasSize(contacts.size());
            var changes = new Changes();
            for (var message : messages) {
                var conversation = Desk.conversation(message.contact(), 1);
                var run = Desk.run(conversation);
                var answer = Desk.outbound(message.contact(), 1, 1);
                OutboxRow row = Desk.outbox(answer, conversation.id(), 0);
                changes.consumed.add(Desk.mail(message.contact(), 1, message));
                changes.newConversations.put(conversation.id(), conversation);
                changes.newRuns.put(run.id(), run);
                changes.messages.add(answer);
                changes.outbox.add(row);
                var queued = MatchingContract.waiting("counted", 0, Desk.NOW);
                changes.enqueued.put(queued.conversation(), queued);
                changes.facts.add(Desk.fact(message.contact(), conversation.id(), 1, "conversation.opened"));
            }
            tx.apply(changes);
            return true;
        });
    }
}
