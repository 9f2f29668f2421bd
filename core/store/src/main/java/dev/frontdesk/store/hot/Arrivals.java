package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Changes.CommandOutcome;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.port.Leases;
import dev.frontdesk.engine.port.Transaction.Cursor;
import dev.frontdesk.engine.port.Transaction.StaleFence;
import dev.frontdesk.store.row.MessageRows;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What came in, and how far a channel has read. */
final class Arrivals {
    static final String KNOWN = "select dedupe from message where dedupe = any(?::text[]) "
            + "union all select id from command where id = any(?::text[]) "
            + "union all select dedupe from dead_letter where dedupe = any(?::text[])";

    /** Held until the commit: another receiver cannot begin between this check and it. */
    static final String FENCES =
            "select name, fence from lease where name = any(?::text[]) order by name for key share";

    private static final Bulk INSERT_COMMAND = Bulk.insert("command")
            .texts("id")
            .longs("contact", "at")
            .texts("state", "message")
            .done();

    private static final Bulk INSERT_LETTER = Bulk.insert("dead_letter")
            .longs("id")
            .texts("channel", "dedupe", "kind", "reason")
            .longs("contact")
            .bytes("raw")
            .longs("at", "redriven_at")
            .orNothing()
            .done();

    private static final Bulk SAVE_CURSOR = Bulk.insert("channel_cursor")
            .texts("channel", "name", "value")
            .longs("fence")
            .orReplace("channel", "name")
            .done();

    private static final Bulk COMMAND_OUTCOME =
            Bulk.update("command", 1).texts("id", "state", "message").done();

    private final Session session;

    Arrivals(Session session) {
        this.session = session;
    }

    Set<String> known(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var stored = new HashSet<>(
                session.query(KNOWN).texts(keys).texts(keys).texts(keys).list(row -> row.text()));
        return keys.stream().filter(key -> stored.contains(Texts.clean(key))).collect(Collectors.toSet());
    }

    void insertMessages(List<Message> messages) {
        session.write(MessageRows.INSERT, MessageRows.inserts(messages));
    }

    void insertCommands(Map<String, Long> contactById, long at) {
        var rows = INSERT_COMMAND.rows(contactById.size());
        contactById.forEach((id, contact) ->
                rows.put(id).put(contact.longValue()).put(at).put("TAKEN").put(""));
        session.write(INSERT_COMMAND, rows);
    }

    void settleCommands(List<CommandOutcome> outcomes) {
        var rows = COMMAND_OUTCOME.rows(outcomes.size());
        outcomes.forEach(
                it -> rows.put(it.id()).put(it.ok() ? "DONE" : "REFUSED").put(it.message()));
        session.write(COMMAND_OUTCOME, rows);
    }

    void insertDeadLetters(List<DeadLetter> letters) {
        var rows = INSERT_LETTER.rows(letters.size());
        for (var it : letters) {
            rows.put(it.id()).put(it.channel()).put(it.dedupe()).put(it.kind()).put(it.reason());
            rows.put(it.contact()).put(it.raw()).put(it.at()).put(0L);
        }
        session.write(INSERT_LETTER, rows);
    }

    void saveCursors(Collection<Cursor> cursors) {
        refuseStale(cursors.stream().filter(it -> it.fence() > 0).toList());
        var newest = new LinkedHashMap<List<String>, Cursor>();
        cursors.forEach(it -> newest.put(List.of(it.channel(), it.key()), it));
        var rows = SAVE_CURSOR.rows(newest.size());
        newest.values()
                .forEach(it ->
                        rows.put(it.channel()).put(it.key()).put(it.value()).put(it.fence()));
        session.write(SAVE_CURSOR, rows);
    }

    private void refuseStale(List<Cursor> fenced) {
        if (fenced.isEmpty()) {
            return;
        }
        var names = fenced.stream().map(it -> Leases.receiver(it.channel())).collect(Collectors.toSet());
        var fences = new HashMap<String, Long>();
        session.query(FENCES).texts(names).each(row -> fences.put(row.text(), row.longs()));
        for (var cursor : fenced) {
            long now = fences.getOrDefault(Leases.receiver(cursor.channel()), 0L);
            if (now > cursor.fence()) {
                throw new StaleFence("channel '" + cursor.channel() + "' is received under fence " + now
                        + " by now; what came under " + cursor.fence() + " was not stored");
            }
        }
    }
}
