package dev.frontdesk.store.hot;

import dev.frontdesk.api.channel.Inbound.Report;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.Transaction.Settled;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outbox after sending: what the sender says of its attempt, and what the provider reports, in whichever order they come. */
final class Results {
    private static final String SELECT =
            "select id, contact, part, conversation, run, rev, channel, state, attempt, remote_id, "
                    + "why from outbox where ";

    static final String BY_ID = SELECT + "id = any(?::bigint[]) order by id for no key update";

    static final String BY_REMOTE = SELECT + "channel = ? and remote_id = any(?::text[]) order by id for no key update";

    static final String PENDING = "select channel, remote_id, state, why from report_pending "
            + "where channel = any(?::text[]) and remote_id = any(?::text[])";

    static final String FORGET = "delete from report_pending where kept_at < ?";

    private static final long KEPT_MS = 24 * 3_600_000L;

    private static final Bulk SETTLE = Bulk.update("outbox", 1)
            .longs("id")
            .texts("state", "why", "remote_id")
            .longs("due_at", "lease_until")
            .ints("as_fallback")
            .done();

    private static final Bulk RAISE = Bulk.update("outbox", 1)
            .longs("id")
            .texts("state", "why", "remote_id")
            .done();

    /** The same lattice as {@link Lattice}, among reports alone. */
    private static final Bulk KEEP = Bulk.insert("report_pending")
            .texts("channel", "remote_id", "state", "why")
            .longs("kept_at")
            .orSet(
                    "channel, remote_id",
                    "state = case when " + higher() + " then excluded.state else report_pending.state end, "
                            + "why = case when " + higher() + " then excluded.why else report_pending.why end")
            .done();

    private static String higher() {
        String height = ".state when 'SENT' then 1 when 'FAILED' then 2 when 'DELIVERED' then 3 else 4 end";
        return "case excluded" + height + " > case report_pending" + height;
    }

    private static final Bulk TAKEN =
            Bulk.delete("report_pending").texts("channel", "remote_id").done();

    private final Session session;

    Results(Session session) {
        this.session = session;
    }

    private record Sent(
            long id,
            long contact,
            int part,
            long conversation,
            long run,
            int rev,
            String channel,
            State state,
            int attempt,
            @Nullable String remoteId,
            String why) {

        /** The attempt is still open, or a report told of its success before the sender did. */
        boolean awaits(SendResult result) {
            return attempt == result.attempt()
                    && switch (state) {
                        case SENDING, UNKNOWN -> true;
                        case SENT, DELIVERED, READ ->
                            result.state() == State.SENT && !result.remoteId().equals(remoteId);
                        case READY, FAILED, UNSURE, DROPPED -> false;
                    };
        }

        /** The sender's word on an open attempt; a report that is already further stays. */
        Told after(SendResult result) {
            boolean open = state == State.SENDING || state == State.UNKNOWN;
            return new Told(open ? result.state() : Lattice.raised(state, result.state()), result.why());
        }

        Settled settled(Told now) {
            return new Settled(id, contact, part, conversation, run, rev, now.state(), now.why());
        }
    }

    private record Remote(String channel, String id) {}

    private record Told(State state, String why) {
        Told and(Told later) {
            State raised = Lattice.raised(state, later.state);
            return raised == state ? this : new Told(raised, later.why);
        }
    }

    List<Settled> settle(List<SendResult> results) {
        if (results.isEmpty()) {
            return List.of();
        }
        var rowsById = new HashMap<Long, Sent>();
        var ids = results.stream().map(SendResult::id).distinct().toList();
        session.query(BY_ID).longs(ids).list(Results::read).forEach(row -> rowsById.put(row.id(), row));
        var early = early(results, rowsById);
        var rows = SETTLE.rows(results.size());
        var taken = TAKEN.rows(results.size());
        var settled = new ArrayList<Settled>();
        for (var result : results) {
            var row = rowsById.get(result.id());
            if (row == null || !row.awaits(result)) {
                continue;
            }
            rowsById.remove(result.id());
            boolean sent = result.state() == State.SENT;
            var now = row.after(result);
            var told = early.remove(new Remote(row.channel(), result.remoteId()));
            if (sent && told != null) {
                now = now.and(told);
                taken.put(row.channel()).put(result.remoteId());
            }
            rows.put(row.id()).put(now.state().name()).put(now.why());
            rows.put(sent ? result.remoteId() : null)
                    .put(result.dueAt())
                    .put(0L)
                    .put(result.fallback());
            if (now.state() != row.state()) {
                settled.add(row.settled(now));
            }
        }
        session.write(SETTLE, rows);
        session.write(TAKEN, taken);
        return settled;
    }

    /** Reports that came before these results. */
    private Map<Remote, Told> early(List<SendResult> results, Map<Long, Sent> rows) {
        var remotes = results.stream()
                .filter(it -> it.state() == State.SENT && !it.remoteId().isEmpty())
                .map(SendResult::remoteId)
                .collect(Collectors.toSet());
        var channels = rows.values().stream().map(Sent::channel).collect(Collectors.toSet());
        var told = new HashMap<Remote, Told>();
        if (!remotes.isEmpty() && !channels.isEmpty()) {
            session.query(PENDING)
                    .texts(channels)
                    .texts(remotes)
                    .each(row -> told.put(
                            new Remote(row.text(), row.text()), new Told(State.valueOf(row.text()), row.text())));
        }
        return told;
    }

    List<Settled> report(String channel, List<Report> reports) {
        var byId = new LinkedHashMap<Long, Told>();
        var byRemote = new LinkedHashMap<String, Told>();
        var remotes = new HashMap<Long, String>();
        for (var it : reports) {
            var told = new Told(Lattice.state(it.state()), it.why());
            it.outbound().ifPresent(id -> byId.merge(id.value(), told, Told::and));
            Optional<String> remote = it.remoteId().filter(id -> !id.isEmpty());
            if (it.outbound().isPresent()) {
                remote.ifPresent(id -> remotes.put(it.outbound().get().value(), id));
            } else {
                remote.ifPresent(id -> byRemote.merge(id, told, Told::and));
            }
        }
        var found = new LinkedHashMap<Long, Sent>();
        if (!byId.isEmpty()) {
            session.query(BY_ID).longs(byId.keySet()).list(Results::read).stream()
                    .filter(row -> row.channel().equals(channel))
                    .forEach(row -> found.put(row.id(), row));
        }
        if (!byRemote.isEmpty()) {
            var rows = session.query(BY_REMOTE)
                    .set(channel)
                    .texts(byRemote.keySet())
                    .list(Results::read);
            for (var row : rows) {
                found.put(row.id(), row);
                var told = byRemote.remove(String.valueOf(row.remoteId()));
                if (told != null) {
                    byId.merge(row.id(), told, Told::and);
                }
            }
            keep(channel, byRemote);
        }
        return raise(found.values(), byId, remotes);
    }

    /** @param remotes what the provider calls messages whose sender never learned it */
    private List<Settled> raise(Collection<Sent> found, Map<Long, Told> toldById, Map<Long, String> remotes) {
        var rows = RAISE.rows(found.size());
        var settled = new ArrayList<Settled>();
        for (var row : found) {
            var told = toldById.get(row.id());
            if (told == null) {
                continue;
            }
            var now = new Told(row.state(), row.why()).and(told);
            String remote = row.remoteId() == null ? remotes.get(row.id()) : row.remoteId();
            if (now.state() != row.state()) {
                rows.put(row.id()).put(now.state().name()).put(now.why()).put(remote);
                settled.add(row.settled(now));
            }
        }
        session.write(RAISE, rows);
        return settled;
    }

    /** The process's clock is good enough to forget by. */
    private void keep(String channel, Map<String, Told> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        long now = System.currentTimeMillis();
        var rows = KEEP.rows(unknown.size());
        unknown.forEach((remote, told) -> rows.put(channel)
                .put(remote)
                .put(told.state().name())
                .put(told.why())
                .put(now));
        session.write(KEEP, rows);
        session.query(FORGET).set(now - KEPT_MS).run();
    }

    private static Sent read(Row row) throws SQLException {
        return new Sent(
                row.longs(),
                row.longs(),
                row.number(),
                row.longs(),
                row.longs(),
                row.number(),
                row.text(),
                State.valueOf(row.text()),
                row.number(),
                row.textOrNull(),
                row.text());
    }
}
