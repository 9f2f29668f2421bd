package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.port.InboxReads.Counts;
import dev.frontdesk.engine.port.InboxReads.Row;
import dev.frontdesk.engine.port.InboxReads.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pages and channels show. */
interface InboxContract extends StoreContract {

    private Conversation opened(
            dev.frontdesk.engine.port.Store.Writer lane, String assignee, String preview, long lastAt) {
        var it = Desk.conversation(Desk.contact(lane), 1);
        var old = it.activity();
        var active = it.with(new Conversation.Activity(lastAt, old.lastOrd(), "contact", preview, 0, lastAt, 0))
                .with(assignee.isEmpty() ? it.handling() : it.handling().assigned(assignee));
        Desk.apply(lane, changes -> changes.newConversations.put(active.id(), active));
        return active;
    }

    private List<Long> pages(View view, String agent, String query, int limit) {
        var ids = new ArrayList<Long>();
        String before = "";
        while (true) {
            List<Row> rows = store().inbox().list(view, agent, query, before, limit);
            rows.forEach(row -> ids.add(row.conversation().id()));
            if (rows.size() < limit) {
                return ids;
            }
            before = rows.getLast().cursor();
        }
    }

    @Test
    default void views_are_sorted_and_paged_without_gap_or_repetition() {
        try (var lane = store().writer(0)) {
            String me = "me" + Desk.id();
            var counts = store().inbox().counts(me);
            var first = opened(lane, me, "x", 100);
            var second = opened(lane, me, "x", 300);
            var third = opened(lane, me, "x", 200);
            assertThat(pages(View.MINE, me, "", 2)).containsExactly(second.id(), third.id(), first.id());
            assertThat(pages(View.ALL, me, "", 7))
                    .containsSubsequence(second.id(), third.id(), first.id())
                    .doesNotHaveDuplicates();
            var waitsLonger = opened(lane, "", "x", 40);
            var waits = opened(lane, "", "x", 50);
            assertThat(pages(View.UNASSIGNED, me, "", 3))
                    .containsSubsequence(waitsLonger.id(), waits.id())
                    .doesNotHaveDuplicates();
            assertThat(store().inbox().counts(me)).isEqualTo(new Counts(3, counts.unassigned() + 2, counts.all() + 5));
            Desk.apply(lane, changes -> {
                changes.updatedConversations.put(first.id(), Desk.closed(first, 8));
                changes.updatedConversations.put(second.id(), Desk.closed(second, 7));
            });
            assertThat(pages(View.CLOSED, me, "", 5))
                    .containsSubsequence(first.id(), second.id())
                    .doesNotHaveDuplicates();
            assertThat(pages(View.MINE, me, "", 5)).containsExactly(third.id());
        }
    }

    @Test
    default void a_search_looks_in_names_and_previews_in_any_case_and_takes_signs_literally() {
        try (var lane = store().writer(0)) {
            String me = "me" + Desk.id();
            var russian = opened(lane, me, "Привет, 100% ок", 100);
            var named = opened(lane, me, "x", 200);
            Desk.apply(
                    lane,
                    changes -> changes.profiles.put(
                            named.contact(),
                            new Profile("Grace Hopper", "en", Value.EMPTY, Set.of(), "", false, true)));
            assertThat(pages(View.MINE, me, "приВЕТ", 5)).containsExactly(russian.id());
            assertThat(pages(View.MINE, me, "0%", 5)).containsExactly(russian.id());
            assertThat(pages(View.MINE, me, "1%ок", 5)).isEmpty();
            assertThat(pages(View.MINE, me, "grace h", 5)).containsExactly(named.id());
            assertThat(store().inbox().row(named.id()).orElseThrow().contactName())
                    .isEqualTo("Grace Hopper");
            assertThat(store().inbox().rows(List.of(named.id(), russian.id()))).hasSize(2);
            assertThat(store().inbox().rows(List.of())).isEmpty();
        }
    }

    @Test
    default void a_thread_tells_how_far_each_message_got() {
        try (var lane = store().writer(0)) {
            long contact = Desk.contact(lane);
            var question = Desk.inbound(contact, 1);
            lane.transact(tx -> {
                tx.insertMessages(List.of(question));
                return true;
            });
            var answer = Desk.toSend(lane, contact, 5, 2, -1);
            var lines = store().inbox().lines(contact, Long.MAX_VALUE, 10);
            assertThat(lines).extracting(line -> line.message().id()).containsExactly(answer.id(), question.id());
            assertThat(lines.get(0).state()).isEqualTo(State.READY);
            assertThat(lines.get(1).state()).isNull();
            assertThat(lines.get(1).message().raw()).isNull();
            assertThat(store().inbox().lines(contact, answer.ord(), 10)).hasSize(1);
        }
    }

    @Test
    default void a_channel_shows_what_is_on_its_way_and_never_jumps_over_what_waits() {
        try (var lane = store().writer(0)) {
            var who = Desk.somebody();
            long contact = Desk.contact(lane, who);
            var question = Desk.inbound(contact, 1);
            var note = new Message(
                    Desk.id(),
                    contact,
                    Ord.of(2, 0),
                    Message.Direction.NOTE,
                    Message.Author.AGENT,
                    "ann",
                    "",
                    null,
                    question.content(),
                    "",
                    null,
                    Desk.NOW,
                    0);
            var later = Desk.inbound(contact, 4);
            lane.transact(tx -> {
                tx.insertMessages(List.of(question, note, later));
                return true;
            });
            var answer = Desk.toSend(lane, contact, 5, 3, -1);
            assertThat(store().threads().after("site", who.external(), 0, 10))
                    .extracting(History.Line::key)
                    .containsExactly(question.dedupe());
            lane.transact(tx -> tx.claimSends(List.of(contact), 1, Desk.NOW, Long.MAX_VALUE));
            assertThat(store().threads().after("site", who.external(), question.ord(), 10))
                    .extracting(History.Line::position)
                    .containsExactly(answer.ord(), later.ord());
            assertThat(store().threads().after("site", "nobody", 0, 10)).isEmpty();
        }
    }

    /** What the bot says to the first message has its place before the second one, however late it is said. */
    @Test
    default void a_channel_shows_nothing_beyond_a_message_that_is_still_to_be_taken() {
        try (var lane = store().writer(0)) {
            var who = Desk.somebody();
            long contact = Desk.contact(lane, who);
            var first = Desk.inbound(contact, 1);
            var second = Desk.inbound(contact, 2);
            var mail = List.of(Desk.mail(contact, 1, first), Desk.mail(contact, 2, second));
            lane.transact(tx -> {
                tx.insertMessages(List.of(first, second));
                tx.post(mail);
                return true;
            });
            assertThat(store().threads().after("site", who.external(), 0, 10))
                    .extracting(History.Line::position)
                    .containsExactly(first.ord());
            Desk.apply(lane, changes -> changes.consumed.addAll(mail));
            assertThat(store().threads().after("site", who.external(), first.ord(), 10))
                    .extracting(History.Line::position)
                    .containsExactly(second.ord());
        }
    }

    @Test
    default void a_contact_is_known_with_their_identities_past_and_address() {
        try (var lane = store().writer(0)) {
            var who = Desk.somebody();
            long contact = Desk.contact(lane, who);
            assertThat(store().inbox().reach(contact, "site")).contains(new Reach("site", who.external(), ""));
            var first = Desk.closed(Desk.conversation(contact, 1), 2);
            var second = Desk.conversation(contact, 3);
            var run = Desk.run(second);
            Desk.apply(lane, changes -> {
                changes.newConversations.put(first.id(), first);
                changes.newConversations.put(second.id(), second);
                changes.newRuns.put(run.id(), run);
            });
            assertThat(store().inbox().reach(contact, "site")).contains(second.reach());
            assertThat(store().inbox().reach(contact, "mail")).isEmpty();
            assertThat(store().inbox().previous(contact, second.id(), 10)).containsExactly(first);
            assertThat(store().inbox().run(second.id())).contains(run);
            assertThat(store().inbox().run(first.id())).isEmpty();
            assertThat(store().inbox().contact(contact).orElseThrow().identities())
                    .containsExactly(who);
            assertThat(store().inbox().contact(-1)).isEmpty();
        }
    }
}
