package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.util.List;

/** What became of messages: written once, never changed. */
public final class ChangeRows {
    /** For a query that names the table {@code c}; without the raw bytes, which nobody reads on a page. */
    public static final String SHOWN = "c.id, c.contact, c.ord, c.channel, c.target, c.kind, c.author, c.content, "
            + "c.emoji, c.dedupe, c.at, c.sent_at";

    public static final Bulk INSERT = Bulk.insert("message_change")
            .longs("id", "contact", "ord")
            .texts("channel", "target", "kind", "author", "content", "emoji", "dedupe")
            .bytes("raw")
            .longs("at", "sent_at")
            .done();

    private ChangeRows() {}

    public static Rows inserts(List<MessageChange> changes) {
        var rows = INSERT.rows(changes.size());
        for (var it : changes) {
            rows.put(it.id()).put(it.contact()).put(it.ord());
            rows.put(it.channel()).put(it.target()).put(it.kind().name()).put(it.author());
            rows.made(it.content() == null ? "" : ContentJson.write(it.content()))
                    .put(it.emoji())
                    .put(it.dedupe());
            rows.put(it.raw()).put(it.at()).put(it.sentAt());
        }
        return rows;
    }

    public static MessageChange read(Row row) throws SQLException {
        long id = row.longs();
        long contact = row.longs();
        long ord = row.longs();
        String channel = row.text();
        String target = row.text();
        var kind = MessageChange.Kind.valueOf(row.text());
        String author = row.text();
        String content = row.text();
        return new MessageChange(
                id,
                contact,
                ord,
                channel,
                target,
                kind,
                author,
                content.isEmpty() ? null : ContentJson.read(content),
                row.text(),
                row.textOrNull(),
                null,
                row.longs(),
                row.longs());
    }
}
