package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Parting;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders to merge, and what a merge writes besides the conversations. */
final class Merges {
    static final String LOCK = "select id from contact_merge where id = ? and state = 'ORDERED' for no key update";

    static final String LOSER = "update contact set merged_into = ? where id = ?";

    /** Who was merged into the loser before: the way to the survivor is never longer than one step. */
    static final String EARLIER = "update contact set merged_into = ? where merged_into = ? and merged_into > 0";

    static final String REPOINT =
            "update contact_identity set contact = ? where contact = ? returning channel, external";

    static final String DONE = "update contact_merge set state = 'DONE', survivor = ?, loser = ?, identities = ?, "
            + "closed = ?, done_at = ? where id = ?";

    /** Only as long as the survivor is nobody's loser, for the latest merge is undone first. */
    static final String LOCK_UNDO =
            "select m.loser, k.part, k.next_seq, k.partings, m.survivor, m.identities from contact_merge m "
                    + "join contact k on k.id = m.loser where m.id = ? and m.state = 'UNDO' "
                    + "and not exists (select 1 from contact s where s.id = m.survivor and s.merged_into > 0)";

    /** Those who had become the loser before: they are the loser's again. */
    static final String UNDER = "with recursive under(id) as (select m.loser from contact_merge m "
            + "where m.state = 'DONE' and m.survivor = ? and m.loser <> m.survivor union select m.loser from contact_merge m "
            + "join under u on m.survivor = u.id where m.state = 'DONE' and m.loser <> m.survivor) select id from under";

    private static final Bulk INSERT = Bulk.insert("contact_merge")
            .longs("id", "one", "other")
            .texts("reason")
            .longs("ordered_at")
            .texts("state")
            .longs("survivor", "loser")
            .texts("identities")
            .longs("closed", "done_at")
            .done();

    private final Session session;

    Merges(Session session) {
        this.session = session;
    }

    void order(List<MergeOrder> orders) {
        var fresh = orders.stream().filter(it -> !it.undo()).toList();
        for (var it : orders) {
            if (it.undo()) {
                session.query("update contact_merge set state = 'UNDO', reason = ? where id = ? and state = 'DONE' "
                                + "and survivor = ? and loser = ?")
                        .set(it.reason())
                        .set(it.id())
                        .set(it.one())
                        .set(it.other())
                        .run();
            }
        }
        var rows = INSERT.rows(fresh.size());
        for (var it : fresh) {
            rows.put(it.id()).put(it.one()).put(it.other()).put(it.reason()).put(it.at());
            rows.put("ORDERED").put(0L).put(0L).put("").put(0L).put(0L);
        }
        session.write(INSERT, rows);
    }

    boolean lock(long merge) {
        return session.query(LOCK).set(merge).first(row -> row.longs()).isPresent();
    }

    Optional<Parting> lockUndo(long merge) {
        session.query("select id from contact_merge where id = ? and state = 'UNDO' for no key update")
                .set(merge)
                .first(row -> row.longs());
        var found = session.query(LOCK_UNDO)
                .set(merge)
                .first(row -> new Undo(
                        new Head(row.longs(), row.number(), row.longs(), row.number()),
                        row.longs(),
                        TextsJson.read(row.text())));
        if (found.isEmpty()) {
            // Undone already, or not to be: then it stands as it was.
            session.query("update contact_merge set state = 'DONE' where id = ? and state = 'UNDO'")
                    .set(merge)
                    .run();
            return Optional.empty();
        }
        var gone = new HashSet<Identity>();
        var left = new ArrayList<Identity>();
        session.query("select channel, external from contact_identity where contact = ? order by channel, external")
                .set(found.get().survivor())
                .each(row -> {
                    var identity = new Identity(row.text(), row.text());
                    boolean went = found.get().identities().contains(identity.channel() + ":" + identity.external());
                    (went ? gone : left).add(identity);
                });
        return Optional.of(new Parting(found.get().back(), gone, left.stream().findFirst()));
    }

    private record Undo(Head back, long survivor, Set<String> identities) {}

    void parted(long merge, long loser, long survivor, Set<Identity> gone) {
        session.query("update contact set merged_into = 0, partings = partings + 1 where id = ?")
                .set(loser)
                .run();
        session.query("update contact set partings = partings + 1 where id = ?")
                .set(survivor)
                .run();
        var under = session.query(UNDER).set(loser).list(row -> row.longs());
        for (long older : under) {
            session.query("update contact set merged_into = ? where id = ? and merged_into = ?")
                    .set(loser)
                    .set(older)
                    .set(survivor)
                    .run();
        }
        for (var identity : gone) {
            session.query("update contact_identity set contact = ? where channel = ? and external = ? and contact = ?")
                    .set(loser)
                    .set(identity.channel())
                    .set(identity.external())
                    .set(survivor)
                    .run();
        }
        session.query("update contact_merge set state = 'UNDONE' where id = ?")
                .set(merge)
                .run();
    }

    void merged(long merge, long loser, long survivor, long closed, long at) {
        var gone = new HashSet<String>();
        if (loser != survivor) {
            session.query(LOSER).set(survivor).set(loser).run();
            session.query(EARLIER).set(survivor).set(loser).run();
            session.query(REPOINT).set(survivor).set(loser).each(row -> gone.add(row.text() + ":" + row.text()));
        }
        session.query(DONE)
                .set(survivor)
                .set(loser)
                .set(TextsJson.write(gone))
                .set(closed)
                .set(at)
                .set(merge)
                .run();
    }
}
