package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.FetchResult;
import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files to be fetched: WAITING, RUNNING under a lease, STORED or GONE. */
final class Attachments {
    static final String CURRENT = "select id, attempt from attachment where id = any(?::bigint[]) "
            + "and state in ('WAITING', 'RUNNING') order by id for no key update";

    static final String CLAIM =
            "update attachment set state = 'RUNNING', attempt = attempt + 1, node = ?, lease_until = ? "
                    + "where id = any(?::bigint[]) and state = 'WAITING' and due_at <= ? "
                    + "returning " + AttachmentRows.COLUMNS;

    private static final Bulk SETTLE = Bulk.update("attachment", 1)
            .longs("id")
            .texts("state", "type")
            .longs("size")
            .texts("sha256", "why")
            .longs("due_at", "lease_until")
            .done();

    private final Session session;

    Attachments(Session session) {
        this.session = session;
    }

    void insert(List<Attachment> attachments) {
        session.write(AttachmentRows.INSERT, AttachmentRows.inserts(attachments));
    }

    /** A result counts even if its lease ran out, as long as nobody began the next attempt. */
    Set<Long> settle(List<FetchResult> results) {
        if (results.isEmpty()) {
            return Set.of();
        }
        var attempts = new HashMap<Long, Integer>();
        var ids = results.stream().map(FetchResult::id).toList();
        session.query(CURRENT).longs(ids).each(row -> attempts.put(row.longs(), row.number()));
        var rows = SETTLE.rows(results.size());
        var changed = new HashSet<Long>();
        for (var it : results) {
            if (attempts.remove(it.id(), it.attempt())) {
                rows.put(it.id()).put(it.state().name()).put(it.file().mediaType());
                rows.put(it.file().size()).put(AttachmentRows.sha256(it.file())).put(it.why());
                rows.put(it.dueAt()).put(0L);
                changed.add(it.id());
            }
        }
        session.write(SETTLE, rows);
        return changed;
    }

    List<Attachment> claim(Collection<Long> ids, int node, long now, long leaseUntil) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.query(CLAIM)
                .set(node)
                .set(leaseUntil)
                .longs(ids)
                .set(now)
                .list(AttachmentRows::read);
    }
}
