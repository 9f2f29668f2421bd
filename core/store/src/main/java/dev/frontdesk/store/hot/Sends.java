package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Changes.Fence;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The outbox up to the moment of sending: rows are put in, fenced off and claimed. */
final class Sends {
    private static final String OPEN = "state in ('READY', 'SENDING', 'UNKNOWN')";

    /**
     * The head of each contact, if it is due and nobody is about to take it. The heads are found once, before the outbox is joined: planned as a join, every ready row
     * was compared with every head, and a batch of 50 cost 35 ms.
     */
    static final String HEADS =
            "select o.id, o.contact, o.part, o.conversation, o.ord, o.channel, o.identity, o.thread, "
                    + "m.content, m.reply_to, o.epoch, o.run, o.rev, o.idempotency, o.due_at, o.attempt, o.automatic, o.state, "
                    + "o.reach_at, o.fallback "
                    + "from outbox o join message m on m.id = o.id where o.id in $once("
                    + "select (select h.id from outbox h where h.contact = w.value and h." + OPEN
                    + " order by h.ord limit 1) "
                    + "from unnest(?::bigint[]) as w(value))$ "
                    + "and o.state in ('READY', 'UNKNOWN') and o.due_at <= ? order by o.id for no key update of o skip locked";

    static final String FENCED =
            "select id, conversation, epoch, state from outbox where contact = any(?::bigint[]) and " + OPEN
                    + " order by id for no key update";

    private static final Bulk INSERT = Bulk.insert("outbox")
            .longs("id", "contact")
            .ints("part")
            .longs("conversation", "ord")
            .texts("channel", "identity", "thread")
            .ints("epoch")
            .longs("run")
            .ints("rev")
            .texts("idempotency")
            .ints("automatic")
            .texts("state")
            .longs("due_at")
            .ints("attempt", "node")
            .longs("lease_until")
            .texts("why")
            .longs("reach_at")
            .texts("fallback")
            .done();

    private static final Bulk CLAIM = Bulk.update("outbox", 1)
            .longs("id")
            .texts("state")
            .ints("attempt", "node")
            .longs("lease_until")
            .done();

    private static final Bulk DROP =
            Bulk.update("outbox", 1).longs("id").texts("state", "why").done();

    private final Session session;

    Sends(Session session) {
        this.session = session;
    }

    /** What was said in the same batch before a person stepped in is fenced as it is written. */
    void insert(List<OutboxRow> outbox, List<Fence> fences) {
        var rows = INSERT.rows(outbox.size());
        for (var it : outbox) {
            var fence = fences.stream()
                    .filter(one -> one.conversation() == it.conversation() && below(it.epoch(), one))
                    .findFirst();
            rows.put(it.id())
                    .put(it.contact())
                    .put(it.part())
                    .put(it.conversation())
                    .put(it.ord());
            rows.put(it.reach().channel())
                    .put(it.reach().identity())
                    .put(it.reach().thread());
            rows.put(it.epoch())
                    .put(it.run())
                    .put(it.rev())
                    .put(it.idempotency())
                    .put(it.automatic());
            rows.made(fence.isPresent() ? State.DROPPED.name() : State.READY.name());
            rows.put(it.dueAt()).put(it.attempt()).put(0).put(0L);
            rows.put(fence.map(Fence::why).orElse(""));
            rows.put(it.reach().at());
            rows.made(it.fallback() == null ? null : ContentJson.write(it.fallback()));
        }
        session.write(INSERT, rows);
    }

    private static boolean below(int epoch, Fence fence) {
        return epoch >= 0 && epoch < fence.belowEpoch();
    }

    /** What is being sent is not recalled; what may have been sent is not sent a second time. */
    void fence(List<Fence> fences) {
        if (fences.isEmpty()) {
            return;
        }
        var contacts = fences.stream().map(Fence::contact).distinct().toList();
        var open = session.query(FENCED)
                .longs(contacts)
                .list(row -> new Open(row.longs(), row.longs(), row.number(), State.valueOf(row.text())));
        var rows = DROP.rows(open.size());
        for (var it : open) {
            fences.stream()
                    .filter(one -> one.conversation() == it.conversation() && below(it.epoch(), one))
                    .filter(_ -> it.state() != State.SENDING)
                    .findFirst()
                    .ifPresent(one -> rows.put(it.id())
                            .put(it.state() == State.READY ? State.DROPPED.name() : State.UNSURE.name())
                            .put(one.why()));
        }
        session.write(DROP, rows);
    }

    private record Open(long id, long conversation, int epoch, State state) {}

    List<OutboxRow> claim(Collection<Long> contacts, int node, long now, long leaseUntil) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        var heads = session.query(HEADS).longs(contacts).set(now).list(Sends::read);
        var rows = CLAIM.rows(heads.size());
        heads.forEach(it -> rows.put(it.id())
                .made(State.SENDING.name())
                .put(it.attempt())
                .put(node)
                .put(leaseUntil + it.transfer().toMillis()));
        session.write(CLAIM, rows);
        return heads;
    }

    /** As it will be once claimed: one attempt further. */
    private static OutboxRow read(Row row) throws SQLException {
        long id = row.longs();
        long contact = row.longs();
        int part = row.number();
        long conversation = row.longs();
        long ord = row.longs();
        var reach = new Reach(row.text(), row.text(), row.text());
        var content = ContentJson.read(row.text());
        var replyTo = row.text();
        int epoch = row.number();
        long run = row.longs();
        int rev = row.number();
        var idempotency = row.text();
        long dueAt = row.longs();
        int attempt = row.number() + 1;
        boolean automatic = row.flag();
        boolean unsure = State.valueOf(row.text()) == State.UNKNOWN;
        var heard = reach.heard(row.longs());
        var fallback = row.textOrNull();
        return new OutboxRow(
                id,
                contact,
                part,
                conversation,
                ord,
                heard,
                content,
                replyTo,
                epoch,
                run,
                rev,
                idempotency,
                dueAt,
                attempt,
                automatic,
                unsure,
                fallback == null ? null : ContentJson.read(fallback));
    }
}
