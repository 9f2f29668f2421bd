package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.Notice;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.row.ChangeRows;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes in beside messages: how they were changed, and what a channel tells of its account. */
final class Asides {
    static final String KNOWN = "select dedupe from message_change where dedupe = any(?::text[])";

    static final String OWNERS = "select dedupe, id from notice where dedupe = any(?::text[])";

    private static final Bulk INSERT_NOTICE = Bulk.insert("notice")
            .longs("id")
            .texts("channel", "dedupe", "kind", "details")
            .longs("at")
            .orNothing()
            .orderedBy("dedupe");

    private final Session session;

    Asides(Session session) {
        this.session = session;
    }

    Set<String> known(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var stored = new HashSet<>(session.query(KNOWN).texts(keys).list(row -> row.text()));
        return keys.stream().filter(key -> stored.contains(Texts.clean(key))).collect(Collectors.toSet());
    }

    void insert(List<MessageChange> changes) {
        session.write(ChangeRows.INSERT, ChangeRows.inserts(changes));
    }

    /** A rival's row makes our insert wait for its commit, and the select after it sees whose it became. */
    Set<String> insertNotices(List<Notice> notices) {
        if (notices.isEmpty()) {
            return Set.of();
        }
        var rows = INSERT_NOTICE.rows(notices.size());
        notices.forEach(it -> rows.put(it.id())
                .put(it.channel())
                .put(it.dedupe())
                .put(it.kind())
                .made(ValueJson.write(it.details()))
                .put(it.at()));
        session.write(INSERT_NOTICE, rows);
        var owners = new HashMap<String, Long>();
        session.query(OWNERS)
                .texts(notices.stream().map(Notice::dedupe).toList())
                .each(row -> owners.put(row.text(), row.longs()));
        return notices.stream()
                .filter(it -> Long.valueOf(it.id()).equals(owners.get(Texts.clean(it.dedupe()))))
                .map(Notice::dedupe)
                .collect(Collectors.toSet());
    }
}
