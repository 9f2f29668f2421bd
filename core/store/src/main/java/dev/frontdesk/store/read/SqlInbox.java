package dev.frontdesk.store.read;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.store.json.FactsJson;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.row.ConversationRows;
import dev.frontdesk.store.row.ProfileRows;
import dev.frontdesk.store.row.RunRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the inbox shows. */
public final class SqlInbox implements InboxReads {
    private static final String ROWS = "select " + ConversationRows.COLUMNS
            + ", coalesce(p.name, k.name), coalesce(p.unreachable, '') from conversation c "
            + "join contact k on k.id = c.contact left join profile p on p.contact = c.contact ";

    private static final String ASSIGNED = "conversation.assigned";

    private final Reads reads;
    private final SqlLines lines;

    public SqlInbox(Reads reads) {
        this.reads = reads;
        this.lines = new SqlLines(reads);
    }

    @Override
    public List<Row> list(View view, String agent, String query, String before, int limit) {
        var page = Page.of(view, before);
        String sql = ROWS + "where " + page.where() + (query.isEmpty() ? "" : Page.SEARCH) + page.order();
        return reads.list(
                sql,
                Map.of("agent", agent, "like", Page.pattern(query), "key", page.key(), "id", page.id(), "limit", limit),
                row -> row(row, view));
    }

    private static Row row(dev.frontdesk.store.sql.Row row, View view) throws SQLException {
        var conversation = ConversationRows.read(row);
        return new Row(conversation, row.text(), Page.cursor(view, conversation), row.text());
    }

    @Override
    public Counts counts(String agent) {
        return reads.first(
                        "select count(*) filter (where assignee = :agent), "
                                + "count(*) filter (where handler in ('QUEUE', 'NONE')), count(*) "
                                + "from conversation where closed_at = 0",
                        Map.of("agent", agent),
                        row -> new Counts(row.longs(), row.longs(), row.longs()))
                .orElseThrow();
    }

    @Override
    public List<Row> rows(Collection<Long> conversations) {
        return reads.among(ROWS + "where c.id in (<ids>)", conversations, row -> row(row, View.ALL));
    }

    @Override
    public Optional<Row> row(long conversation) {
        return reads.first(ROWS + "where c.id = :id", Map.of("id", conversation), row -> row(row, View.ALL));
    }

    @Override
    public List<Line> lines(long contact, long beforeOrd, int limit) {
        return lines.of(contact, beforeOrd, limit);
    }

    @Override
    public List<Line> linesById(Collection<Long> messages) {
        return lines.byId(messages);
    }

    @Override
    public List<Line> linesChanged(Collection<Long> changes) {
        return lines.changed(changes);
    }

    @Override
    public List<MessageChange> strays(long contact, long fromOrd, long toOrd) {
        return lines.strays(contact, fromOrd, toOrd);
    }

    @Override
    public List<MessageChange> straysById(Collection<Long> changes) {
        return lines.straysById(changes);
    }

    /** Whose person it is by now. */
    private long survivor(long contact) {
        return reads.first(
                        "select merged_into from contact where id = :id and merged_into > 0",
                        Map.of("id", contact),
                        row -> row.longs())
                .orElse(contact);
    }

    @Override
    public List<Attachment> attachments(Collection<Long> messages) {
        return lines.files(messages);
    }

    @Override
    public Optional<Attachment> attachment(long id) {
        return reads.first(
                "select " + AttachmentRows.COLUMNS + " from attachment where id = :id",
                Map.of("id", id),
                AttachmentRows::read);
    }

    /** A contact that was merged answers with the one they became. */
    @Override
    public List<Member> members(long conversation) {
        return reads.list(
                "select channel, identity, name, standing from participant where conversation = :conversation "
                        + "order by name, identity",
                Map.of("conversation", conversation),
                row -> new Member(
                        row.text(), new Participant(row.text(), row.text(), Participant.Standing.valueOf(row.text()))));
    }

    @Override
    public Optional<ContactCard> contact(long asked) {
        long contact = survivor(asked);
        var identities = reads.list(
                "select channel, external from contact_identity where contact = :id order by channel, external",
                Map.of("id", contact),
                row -> new Identity(row.text(), row.text()));
        return reads.first(
                "select k.id, " + ProfileRows.COLUMNS
                        + " from contact k left join profile p on p.contact = k.id where k.id = :id",
                Map.of("id", contact),
                row -> new ContactCard(row.longs(), ProfileRows.read(row), identities));
    }

    @Override
    public List<Merged> merged(long contact) {
        return reads.list(
                "select m.id, m.loser, k.name, m.identities, m.reason, m.done_at from contact_merge m "
                        + "join contact k on k.id = m.loser where m.state = 'DONE' and m.survivor = :id "
                        + "and m.loser <> m.survivor order by m.id desc limit 50",
                Map.of("id", survivor(contact)),
                row -> new Merged(
                        row.longs(), row.longs(), row.text(), TextsJson.read(row.text()), row.text(), row.longs()));
    }

    @Override
    public List<ContactCard> people(String query, int limit) {
        var found = reads.list(
                "select k.id from contact k left join profile p on p.contact = k.id where k.merged_into = 0 and "
                        + "($lower(coalesce(p.name, k.name)) like :like escape '!' or exists (select 1 from contact_identity i "
                        + "where i.contact = k.id and $lower(i.external) like :like escape '!')) "
                        + "order by k.next_seq desc, k.id desc limit :limit",
                Map.of("like", Page.pattern(query), "limit", limit),
                row -> row.longs());
        return found.stream().flatMap(id -> contact(id).stream()).toList();
    }

    @Override
    public List<Conversation> previous(long contact, long notThisOne, int limit) {
        return reads.list(
                "select " + ConversationRows.COLUMNS
                        + " from conversation c where (c.contact = :contact or c.contact in (select k.id from contact k "
                        + "where k.merged_into = :contact and k.merged_into > 0)) and c.id <> :not "
                        + "and c.closed_at > 0 order by c.opened_at desc limit :limit",
                Map.of("contact", survivor(contact), "not", notThisOne, "limit", limit),
                ConversationRows::read);
    }

    @Override
    public Optional<Run> run(long conversation) {
        return reads.first(
                "select " + RunRows.COLUMNS + " from run r where r.conversation = :id order by r.id desc limit 1",
                Map.of("id", conversation),
                RunRows::read);
    }

    /** Looks through the conversation's part of its contact's thread, from the end. */
    @Override
    public Optional<Value.Fields> decision(long conversation) {
        var rows = reads.list(
                "select e.contact, e.facts from conversation c join event e on e.contact = c.contact "
                        + "where c.id = :id and e.last_ord > 0 and e.last_ord >= c.opened_ord "
                        + "and (c.closed_ord = 0 or e.first_ord <= c.closed_ord) and e.facts like :type "
                        + "order by e.last_ord desc limit 100",
                Map.of("id", conversation, "type", "%\"" + ASSIGNED + "\"%"),
                row -> FactsJson.read(row.longs(), row.text()));
        return rows.stream()
                .flatMap(facts -> facts.reversed().stream())
                .filter(fact -> fact.type().equals(ASSIGNED) && fact.conversation() == conversation)
                .findFirst()
                .map(fact -> fact.details().with("at", new Value.Time(Instant.ofEpochMilli(fact.at()))));
    }

    @Override
    public Optional<Integer> queuePosition(long conversation) {
        return reads.first(
                "select 1 + (select count(*) from assign_queue a where a.team = q.team and (a.priority > q.priority "
                        + "or a.priority = q.priority and (a.enqueued_at, a.conversation) < (q.enqueued_at, q.conversation))) "
                        + "from assign_queue q where q.conversation = :id",
                Map.of("id", conversation),
                row -> row.number());
    }

    /** Where they wrote from last; before they ever did, who they are there. */
    @Override
    public Optional<Reach> reach(long contact, String channel) {
        var last = reads.first(
                "select reach_channel, reach_identity, reach_thread from conversation where contact = :contact "
                        + "and reach_channel = :channel order by opened_ord desc limit 1",
                Map.of("contact", contact, "channel", channel),
                row -> new Reach(row.text(), row.text(), row.text()));
        return last.or(() -> reads.first(
                        "select channel, external from contact_identity where contact = :contact and channel = :channel "
                                + "order by external limit 1",
                        Map.of("contact", contact, "channel", channel),
                        row -> new Reach(row.text(), row.text(), "")))
                .map(reach -> reach.heard(heardAt(contact, channel)));
    }

    /** From the end of the thread, so that it costs no more than what was said since. */
    private long heardAt(long contact, String channel) {
        return reads.first(
                        "select case when sent_at > 0 and sent_at < at then sent_at else at end from message "
                                + "where contact = :contact and channel = :channel and direction = 'IN' "
                                + "order by ord desc limit 1",
                        Map.of("contact", contact, "channel", channel),
                        row -> row.longs())
                .orElse(0L);
    }
}
