package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.row.MessageRows;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mailbox and the partitions that guard it. */
final class Mailbox {
    /** Never waits: a partition that somebody else works on is theirs. */
    static final String LOCK_PARTITIONS =
            "select id from partition where id = any(?::bigint[]) order by id " + "for no key update skip locked";

    private static final String SELECT = "select b.contact, b.part, b.seq, b.kind, b.payload, b.at, b.message, "
            + MessageRows.COLUMNS + " from mailbox b left join message m on m.id = b.message where b.contact ";

    static final String OF = SELECT + "= any(?::bigint[]) order by b.contact, b.seq";

    /** The oldest mail says which contacts; each of them comes whole, for a later mail must not be taken before an earlier. */
    static final String IN =
            SELECT + "in (select contact from (select o.contact from mailbox o where o.part = any(?::bigint[]) "
                    + "order by o.at limit ?) oldest) order by b.contact, b.seq";

    private static final Bulk INSERT = Bulk.insert("mailbox")
            .longs("contact", "seq")
            .ints("part")
            .texts("kind")
            .longs("message")
            .texts("payload")
            .longs("at")
            .done();

    private static final Bulk DELETE =
            Bulk.delete("mailbox").longs("contact", "seq").done();

    private final Session session;

    Mailbox(Session session) {
        this.session = session;
    }

    Set<Integer> lockPartitions(Collection<Integer> parts) {
        if (parts.isEmpty() || !session.dialect().writesSideBySide()) {
            return Set.copyOf(parts);
        }
        var mine = new HashSet<Integer>();
        session.query(LOCK_PARTITIONS).longs(wide(parts)).each(row -> mine.add(row.number()));
        return mine;
    }

    void post(List<Mail> mail) {
        var rows = INSERT.rows(mail.size());
        for (var it : mail) {
            var message = it.message();
            rows.put(it.contact()).put(it.seq()).put(it.part()).put(it.kind().name());
            rows.put(message == null ? 0 : message.id())
                    .made(ValueJson.write(it.payload()))
                    .put(it.at());
        }
        session.write(INSERT, rows);
    }

    List<Mail> of(Collection<Long> contacts) {
        return contacts.isEmpty()
                ? List.of()
                : session.query(OF).longs(contacts).list(Mailbox::read);
    }

    List<Mail> in(Collection<Integer> parts, int limit) {
        return parts.isEmpty()
                ? List.of()
                : session.query(IN).longs(wide(parts)).set(limit).list(Mailbox::read);
    }

    void consume(List<Mail> mail) {
        var rows = DELETE.rows(mail.size());
        mail.forEach(it -> rows.put(it.contact()).put(it.seq()));
        session.write(DELETE, rows);
    }

    private static Mail read(Row row) throws SQLException {
        long contact = row.longs();
        int part = row.number();
        long seq = row.longs();
        var kind = Mail.Kind.valueOf(row.text());
        var payload = ValueJson.fields(row.text());
        long at = row.longs();
        boolean wrote = row.longs() != 0;
        return new Mail(contact, part, seq, kind, wrote ? MessageRows.read(row) : null, payload, at);
    }

    private static List<Long> wide(Collection<Integer> numbers) {
        return numbers.stream().map(Integer::longValue).toList();
    }
}
