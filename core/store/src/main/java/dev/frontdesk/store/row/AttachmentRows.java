package dev.frontdesk.store.row;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files of messages. A handle is kept beside the bytes: it tells where they came from. */
public final class AttachmentRows {
    public static final String COLUMNS =
            "id, message, n, contact, channel, kind, album, name, type, size, sha256, handle, "
                    + "agent, state, due_at, expires_at, attempt, why, at";

    public static final Bulk INSERT = Bulk.insert("attachment")
            .longs("id", "message")
            .ints("n")
            .longs("contact")
            .texts("channel", "kind", "album", "name", "type")
            .longs("size")
            .texts("sha256", "handle", "agent", "state")
            .longs("due_at", "expires_at")
            .ints("attempt", "node")
            .longs("lease_until")
            .texts("why")
            .longs("at")
            .done();

    private AttachmentRows() {}

    public static Rows inserts(List<Attachment> attachments) {
        var rows = INSERT.rows(attachments.size());
        for (var it : attachments) {
            rows.put(it.id()).put(it.message()).put(it.n()).put(it.contact());
            rows.put(it.channel()).put(it.kind()).put(it.album());
            rows.put(it.file().name()).put(it.file().mediaType()).put(it.file().size());
            rows.put(sha256(it.file())).put(handle(it.file()));
            rows.put(it.agent()).put(it.state().name());
            rows.put(it.dueAt()).put(it.expiresAt()).put(it.attempt()).put(0).put(0L);
            rows.put(it.why()).put(it.at());
        }
        return rows;
    }

    public static String sha256(Content.File file) {
        return file instanceof Content.Stored stored ? stored.sha256() : "";
    }

    private static String handle(Content.File file) {
        return file instanceof Content.Remote remote ? remote.handle() : "";
    }

    public static Attachment read(Row row) throws SQLException {
        long id = row.longs();
        long message = row.longs();
        int n = row.number();
        long contact = row.longs();
        String channel = row.text();
        String kind = row.text();
        String album = row.text();
        String name = row.text();
        String type = row.text();
        long size = row.longs();
        String sha256 = row.text();
        String handle = row.text();
        String agent = row.text();
        var state = Attachment.State.valueOf(row.text());
        long due = row.longs();
        long expires = row.longs();
        Content.File file = sha256.isEmpty()
                ? new Content.Remote(
                        handle,
                        expires == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires)),
                        name,
                        type,
                        size)
                : new Content.Stored(sha256, name, type, size);
        return new Attachment(
                id,
                message,
                n,
                contact,
                channel,
                kind,
                album,
                file,
                agent,
                state,
                due,
                expires,
                row.number(),
                row.text(),
                row.longs());
    }
}
