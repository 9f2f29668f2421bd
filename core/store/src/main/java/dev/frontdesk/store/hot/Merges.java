package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import java.util.HashSet;
import java.util.List;

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
        var rows = INSERT.rows(orders.size());
        for (var it : orders) {
            rows.put(it.id()).put(it.one()).put(it.other()).put(it.reason()).put(it.at());
            rows.put("ORDERED").put(0L).put(0L).put("").put(0L).put(0L);
        }
        session.write(INSERT, rows);
    }

    boolean lock(long merge) {
        return session.query(LOCK).set(merge).first(row -> row.longs()).isPresent();
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
