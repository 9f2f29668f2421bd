package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.port.EventLog.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of what happened. */
interface EventContract extends StoreContract {

    @Test
    default void facts_of_one_contact_and_batch_are_one_entry_and_read_on_from_its_position() {
        try (var lane = store().writer(0)) {
            String before = store().events().end();
            long ann = Desk.id();
            long bob = Desk.id();
            var first = Desk.fact(ann, 5, Ord.of(1, 0), "conversation.opened");
            var second = Desk.fact(bob, 6, Ord.of(1, 0), "conversation.opened");
            var third = Desk.fact(ann, 5, 0, "message.sent");
            Desk.apply(lane, changes -> changes.facts.addAll(List.of(first, second, third)));
            lane.transact(tx -> {
                tx.append(List.of(Desk.fact(0, 0, 0, "presence"), Desk.fact(0, 0, 0, "presence")));
                return true;
            });
            List<Entry> entries = store().events().after(before, 100);
            assertThat(entries)
                    .extracting(Entry::facts)
                    .containsExactly(
                            List.of(first, third),
                            List.of(second),
                            List.of(Desk.fact(0, 0, 0, "presence"), Desk.fact(0, 0, 0, "presence")));
            assertThat(store().events().after(entries.get(0).position(), 1)).containsExactly(entries.get(1));
            assertThat(store().events().after(store().events().end(), 100)).isEmpty();
            assertThat(store().events().end()).isEqualTo(entries.get(2).position());
        }
    }

    @Test
    default void a_position_is_valid_when_the_log_goes_on_from_it() {
        try (var lane = store().writer(0)) {
            Desk.apply(lane, changes -> changes.facts.add(Desk.fact(1, 1, 0, "x")));
            String position = store().events().end();
            assertThat(store().events().valid(position)).isTrue();
            Desk.apply(lane, changes -> changes.facts.add(Desk.fact(1, 1, 0, "x")));
            assertThat(store().events().valid(position)).isTrue();
            assertThat(store().events().valid("nonsense")).isFalse();
            assertThat(store().events().valid("")).isFalse();
            assertThat(store().events().valid("99999999999.99999999999")).isFalse();
        }
    }

    @Test
    default void facts_of_a_part_of_a_thread_come_in_its_order() {
        try (var lane = store().writer(0)) {
            long contact = Desk.id();
            for (int seq = 4; seq > 0; seq--) {
                long ord = Ord.of(seq, 0);
                Desk.apply(lane, changes -> {
                    changes.facts.add(Desk.fact(contact, 5, ord, "fact"));
                    changes.facts.add(Desk.fact(contact, 5, 0, "without a place"));
                });
            }
            assertThat(store().events().of(contact, Ord.of(2, 0), Ord.of(3, 0)))
                    .extracting(Fact::ord)
                    .containsExactly(Ord.of(2, 0), Ord.of(3, 0));
            assertThat(store().events().of(contact, 0, Long.MAX_VALUE)).hasSize(4);
        }
    }

    @Test
    default void the_newest_decision_about_a_conversation_is_found() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var conversation = Desk.conversation(contact, 1);
            Desk.apply(lane, changes -> changes.newConversations.put(conversation.id(), conversation));
            assertThat(store().inbox().decision(conversation.id())).isEmpty();
            for (int seq = 2; seq < 5; seq++) {
                var details = Value.EMPTY.with("decision", Value.of("number " + seq));
                var fact = new Fact(
                        "conversation.assigned", contact, conversation.id(), Ord.of(seq, 0), Desk.NOW, details);
                var other = new Fact("conversation.assigned", contact, 77, Ord.of(seq, 1), Desk.NOW, Value.EMPTY);
                Desk.apply(lane, changes -> changes.facts.addAll(List.of(fact, other)));
            }
            assertThat(store().inbox().decision(conversation.id()).orElseThrow())
                    .satisfies(decided -> assertThat(decided.get("decision")).isEqualTo(Value.of("number 4")))
                    .satisfies(decided -> assertThat(decided.get("at")).isInstanceOf(Value.Time.class));
        }
    }
}
