package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.store.json.FactsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The event log: one row for what happened to a contact in a batch, and one for what is about nobody. */
public final class EventRows {
    public static final Bulk INSERT = Bulk.insert("event")
            .longs("at", "contact", "conversation", "first_ord", "last_ord")
            .texts("facts")
            .done();

    private EventRows() {}

    public static Rows inserts(List<Fact> facts) {
        var byContact = new LinkedHashMap<Long, List<Fact>>();
        facts.forEach(fact -> byContact
                .computeIfAbsent(fact.contact(), _ -> new ArrayList<>())
                .add(fact));
        var rows = INSERT.rows(byContact.size());
        byContact.forEach((contact, own) -> {
            long first = Long.MAX_VALUE;
            long last = 0;
            for (Fact fact : own) {
                if (fact.ord() > 0) {
                    first = Math.min(first, fact.ord());
                    last = Math.max(last, fact.ord());
                }
            }
            Fact newest = own.getLast();
            rows.put(newest.at()).put(contact).put(newest.conversation());
            rows.put(last == 0 ? 0 : first).put(last).made(FactsJson.write(own));
        });
        return rows;
    }
}
