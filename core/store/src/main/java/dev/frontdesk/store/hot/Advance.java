package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.row.ConversationRows;
import dev.frontdesk.store.row.EventRows;
import dev.frontdesk.store.row.MemberRows;
import dev.frontdesk.store.row.MessageRows;
import dev.frontdesk.store.row.ProfileRows;
import dev.frontdesk.store.row.RunRows;
import dev.frontdesk.store.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads all that a batch of contacts needs, and writes all that came of it. */
final class Advance {
    static final String CONTACTS = "select k.id, k.part, " + ProfileRows.COLUMNS
            + " from contact k left join profile p on p.contact = k.id where k.id = any(?::bigint[])";

    /** The open one by its own index, for a merge may leave a younger one that is closed. */
    static final String LATEST = "select " + ConversationRows.COLUMNS + " from conversation c where c.id in $once("
            + "select coalesce((select o.id from conversation o where o.contact = w.value and o.closed_at = 0), "
            + "(select l.id from conversation l where l.contact = w.value order by l.opened_ord desc limit 1)) "
            + "from unnest(?::bigint[]) as w(value))$";

    static final String RUNS = "select " + RunRows.COLUMNS + " from run r where r.contact = any(?::bigint[]) "
            + "and r.state in ('WAITING', 'PARKED') order by r.id";

    private final Session session;
    private final Arrivals arrivals;
    private final Mailbox mailbox;
    private final Sends sends;
    private final Actions actions;
    private final Matching matching;

    Advance(Session session, Arrivals arrivals, Mailbox mailbox, Sends sends, Actions actions, Matching matching) {
        this.session = session;
        this.arrivals = arrivals;
        this.mailbox = mailbox;
        this.sends = sends;
        this.actions = actions;
        this.matching = matching;
    }

    Map<Long, ContactState> load(Collection<Long> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        var wanted = Set.copyOf(contacts);
        var latest = new HashMap<Long, Conversation>();
        session.query(LATEST).longs(wanted).each(row -> {
            var conversation = ConversationRows.read(row);
            latest.put(conversation.contact(), conversation);
        });
        var runs = new HashMap<Long, List<Run>>();
        session.query(RUNS).longs(wanted).each(row -> {
            var run = RunRows.read(row);
            runs.computeIfAbsent(run.contact(), _ -> new ArrayList<>()).add(run);
        });
        var states = new LinkedHashMap<Long, ContactState>();
        session.query(CONTACTS).longs(wanted).each(row -> {
            long contact = row.longs();
            int part = row.number();
            var own = runs.getOrDefault(contact, List.of());
            states.put(contact, new ContactState(contact, part, ProfileRows.read(row), latest.get(contact), own));
        });
        return states;
    }

    /** Updates before inserts: what closes must be closed before the same contact's next conversation is there. */
    void apply(Changes changes) {
        mailbox.consume(changes.consumed);
        session.write(ConversationRows.UPDATE, ConversationRows.updates(changes.updatedConversations.values()));
        session.write(RunRows.UPDATE, RunRows.updates(changes.updatedRuns.values()));
        sends.fence(changes.fences);
        matching.leave(changes.dequeued);
        arrivals.settleCommands(changes.commands);
        session.write(ProfileRows.UPSERT, ProfileRows.upserts(changes.profiles));
        session.write(ConversationRows.INSERT, ConversationRows.inserts(changes.newConversations.values()));
        session.write(RunRows.INSERT, RunRows.inserts(changes.newRuns.values()));
        session.write(MessageRows.INSERT, MessageRows.inserts(changes.messages));
        session.write(AttachmentRows.INSERT, AttachmentRows.inserts(changes.attachments));
        session.write(MemberRows.INSERT, MemberRows.inserts(changes.members));
        session.write(MemberRows.UPDATE, MemberRows.updates(changes.standings));
        sends.insert(changes.outbox, changes.fences);
        actions.insert(changes.actions);
        matching.enter(changes.enqueued.values());
        matching.changeLoads(changes.loadChanges);
        arrivals.insertDeadLetters(changes.deadLetters);
        session.write(EventRows.INSERT, EventRows.inserts(changes.facts));
    }
}
