package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.ThreadMember;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Rows;
import java.util.List;

/** Who besides the contact is in a thread. Who is there already stays what they are, until an agent says otherwise. */
public final class MemberRows {
    public static final Bulk INSERT = Bulk.insert("participant")
            .longs("conversation")
            .texts("channel", "identity", "name", "standing")
            .longs("at")
            .orNothing()
            .done();

    public static final Bulk UPDATE = Bulk.update("participant", 3)
            .longs("conversation")
            .texts("channel", "identity", "standing")
            .done();

    private MemberRows() {}

    public static Rows inserts(List<ThreadMember> members) {
        var rows = INSERT.rows(members.size());
        for (var it : members) {
            rows.put(it.conversation())
                    .put(it.channel())
                    .put(it.who().identity())
                    .put(it.who().name());
            rows.put(it.who().standing().name()).put(it.at());
        }
        return rows;
    }

    public static Rows updates(List<ThreadMember> members) {
        var rows = UPDATE.rows(members.size());
        for (var it : members) {
            rows.put(it.conversation())
                    .put(it.channel())
                    .put(it.who().identity())
                    .put(it.who().standing().name());
        }
        return rows;
    }
}
