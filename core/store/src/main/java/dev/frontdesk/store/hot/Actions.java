package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.port.Transaction.ActionOutcome;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Actions to be performed: READY, RUNNING under a lease, DONE. */
final class Actions {
    static final String CURRENT = "select id, attempt from action where id = any(?::bigint[]) "
            + "and state in ('READY', 'RUNNING') order by id for no key update";

    static final String CLAIM =
            "update action set state = 'RUNNING', attempt = attempt + 1, node = ?, lease_until = ? + deadline_ms "
                    + "where id = any(?::bigint[]) and state = 'READY' and due_at <= ? "
                    + "returning id, contact, part, run, rev, type, input, idempotency, deadline_ms, attempts, attempt, due_at";

    private static final Bulk INSERT = Bulk.insert("action")
            .longs("id", "contact")
            .ints("part")
            .longs("run")
            .ints("rev")
            .texts("type", "input", "idempotency")
            .longs("deadline_ms")
            .ints("attempts", "attempt")
            .longs("due_at")
            .texts("state")
            .ints("node")
            .longs("lease_until")
            .done();

    private static final Bulk SETTLE = Bulk.update("action", 1)
            .longs("id")
            .texts("state")
            .longs("due_at", "lease_until")
            .done();

    private final Session session;

    Actions(Session session) {
        this.session = session;
    }

    void insert(List<ActionRow> actions) {
        var rows = INSERT.rows(actions.size());
        for (var it : actions) {
            rows.put(it.id()).put(it.contact()).put(it.part()).put(it.run()).put(it.rev());
            rows.put(it.type())
                    .made(ValueJson.write(it.input()))
                    .put(it.idempotency())
                    .put(it.deadlineMs());
            rows.put(it.attempts())
                    .put(it.attempt())
                    .put(it.dueAt())
                    .put("READY")
                    .put(0)
                    .put(0L);
        }
        session.write(INSERT, rows);
    }

    /** An outcome counts even if its lease ran out, as long as nobody began the next attempt. */
    Set<Long> settle(List<ActionOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Set.of();
        }
        var attempts = new HashMap<Long, Integer>();
        var ids = outcomes.stream().map(ActionOutcome::id).toList();
        session.query(CURRENT).longs(ids).each(row -> attempts.put(row.longs(), row.number()));
        var rows = SETTLE.rows(outcomes.size());
        var done = new HashSet<Long>();
        for (var it : outcomes) {
            if (attempts.remove(it.id(), it.attempt())) {
                rows.put(it.id())
                        .put(it.done() ? "DONE" : "READY")
                        .put(it.dueAt())
                        .put(0L);
                if (it.done()) {
                    done.add(it.id());
                }
            }
        }
        session.write(SETTLE, rows);
        return done;
    }

    List<ActionRow> claim(Collection<Long> ids, int node, long now, long leaseUntil) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.query(CLAIM)
                .set(node)
                .set(leaseUntil)
                .longs(ids)
                .set(now)
                .list(row -> new ActionRow(
                        row.longs(),
                        row.longs(),
                        row.number(),
                        row.longs(),
                        row.number(),
                        row.text(),
                        ValueJson.read(row.text()),
                        row.text(),
                        row.longs(),
                        row.number(),
                        row.number(),
                        row.longs()));
    }
}
