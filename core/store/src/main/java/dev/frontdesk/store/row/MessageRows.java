package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.Message;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.json.LetterheadJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.util.List;

/** Messages: written once, never changed. */
public final class MessageRows {
    /** For a query that names the table {@code m}. */
    public static final String COLUMNS = "m.id, m.contact, m.ord, m.direction, m.author, m.agent, m.channel, m.dedupe, "
            + "m.content, m.reply_to, m.raw, m.at, m.sent_at, m.letterhead";

    /** As {@link #COLUMNS} without the raw bytes, which nobody reads on a page. */
    public static final String SHOWN = COLUMNS.replace("m.raw", "null");

    public static final Bulk INSERT = Bulk.insert("message")
            .longs("id", "contact", "ord")
            .texts("direction", "author", "agent", "channel", "dedupe", "content", "reply_to")
            .bytes("raw")
            .longs("at", "sent_at")
            .texts("letterhead", "reference")
            .done();

    private MessageRows() {}

    public static Rows inserts(List<Message> messages) {
        var rows = INSERT.rows(messages.size());
        for (var it : messages) {
            rows.put(it.id()).put(it.contact()).put(it.ord());
            rows.made(it.direction().name())
                    .made(it.author().name())
                    .put(it.agent())
                    .put(it.channel());
            rows.put(it.dedupe()).made(ContentJson.write(it.content())).put(it.replyTo());
            rows.put(it.raw()).put(it.at()).put(it.sentAt());
            rows.put(LetterheadJson.write(it.head()))
                    .put(it.head().reference().isEmpty() ? null : it.head().reference());
        }
        return rows;
    }

    public static Message read(Row row) throws SQLException {
        return new Message(
                row.longs(),
                row.longs(),
                row.longs(),
                Message.Direction.valueOf(row.text()),
                Message.Author.valueOf(row.text()),
                row.text(),
                row.text(),
                row.textOrNull(),
                ContentJson.read(row.text()),
                row.text(),
                row.bytesOrNull(),
                row.longs(),
                row.longs(),
                LetterheadJson.read(row.text()));
    }
}
