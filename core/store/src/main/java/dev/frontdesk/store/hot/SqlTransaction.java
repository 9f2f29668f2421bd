package dev.frontdesk.store.hot;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.FetchResult;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.Notice;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.store.row.EventRows;
import dev.frontdesk.store.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of one transaction, each with its neighbours in a class of their own. Belongs to one lane. */
final class SqlTransaction implements Transaction {
    private final Session session;
    private final Contacts contacts;
    private final Merges merges;
    private final Arrivals arrivals;
    private final Asides asides;
    private final Mailbox mailbox;
    private final Sends sends;
    private final Results results;
    private final Actions actions;
    private final Attachments attachments;
    private final Matching matching;
    private final Advance advance;

    SqlTransaction(Session session) {
        this.session = session;
        contacts = new Contacts(session);
        merges = new Merges(session);
        arrivals = new Arrivals(session);
        asides = new Asides(session);
        mailbox = new Mailbox(session);
        sends = new Sends(session);
        results = new Results(session);
        actions = new Actions(session);
        attachments = new Attachments(session);
        matching = new Matching(session);
        advance = new Advance(session, arrivals, mailbox, sends, actions, matching);
    }

    @Override
    public Map<Identity, Long> find(Collection<Identity> identities) {
        return contacts.find(identities);
    }

    @Override
    public Map<Identity, Long> create(Collection<Newcomer> newcomers) {
        return contacts.create(newcomers);
    }

    @Override
    public Map<Identity, Long> adopt(Map<Identity, Long> aliases) {
        return contacts.adopt(aliases);
    }

    @Override
    public void order(List<MergeOrder> orders) {
        merges.order(orders);
    }

    @Override
    public boolean lockOrder(long merge) {
        return merges.lock(merge);
    }

    @Override
    public void merged(long merge, long loser, long survivor, long closedConversation, long at) {
        merges.merged(merge, loser, survivor, closedConversation, at);
    }

    @Override
    public Optional<Parting> lockUndo(long merge) {
        return merges.lockUndo(merge);
    }

    @Override
    public void parted(long merge, long loser, long survivor, Set<Identity> gone) {
        merges.parted(merge, loser, survivor, gone);
    }

    @Override
    public Map<Long, Head> lock(Collection<Long> ids) {
        return contacts.lock(ids);
    }

    @Override
    public Set<String> known(Collection<String> dedupeKeys) {
        return arrivals.known(dedupeKeys);
    }

    @Override
    public Set<String> knownChanges(Collection<String> dedupeKeys) {
        return asides.known(dedupeKeys);
    }

    @Override
    public void insertChanges(List<MessageChange> changes) {
        asides.insert(changes);
    }

    @Override
    public Set<String> insertNotices(List<Notice> notices) {
        return asides.insertNotices(notices);
    }

    @Override
    public void saveSequences(Map<Long, Long> nextSeq) {
        contacts.saveSequences(nextSeq);
    }

    @Override
    public void insertMessages(List<Message> messages) {
        arrivals.insertMessages(messages);
    }

    @Override
    public void insertCommands(Map<String, Long> contactById, long at) {
        arrivals.insertCommands(contactById, at);
    }

    @Override
    public void insertDeadLetters(List<DeadLetter> letters) {
        arrivals.insertDeadLetters(letters);
    }

    @Override
    public void saveCursors(Collection<Cursor> cursors) {
        arrivals.saveCursors(cursors);
    }

    @Override
    public void post(List<Mail> mail) {
        mailbox.post(mail);
    }

    @Override
    public List<Settled> report(String channel, List<Inbound.Report> reports) {
        return results.report(channel, reports);
    }

    @Override
    public Set<Integer> lockPartitions(Collection<Integer> parts) {
        return mailbox.lockPartitions(parts);
    }

    @Override
    public List<Mail> mailboxOf(Collection<Long> ids) {
        return mailbox.of(ids);
    }

    @Override
    public List<Mail> mailboxIn(Collection<Integer> parts, int limit) {
        return mailbox.in(parts, limit);
    }

    @Override
    public Map<Long, ContactState> load(Collection<Long> ids) {
        return advance.load(ids);
    }

    @Override
    public void apply(Changes changes) {
        advance.apply(changes);
        merges.order(changes.merges);
    }

    @Override
    public List<Settled> settle(List<SendResult> sent) {
        return results.settle(sent);
    }

    @Override
    public List<OutboxRow> claimSends(Collection<Long> ids, int node, long now, long leaseUntil) {
        return sends.claim(ids, node, now, leaseUntil);
    }

    @Override
    public Set<Long> settleActions(List<ActionOutcome> outcomes) {
        return actions.settle(outcomes);
    }

    @Override
    public List<ActionRow> claimActions(Collection<Long> ids, int node, long now, long leaseUntil) {
        return actions.claim(ids, node, now, leaseUntil);
    }

    @Override
    public void insertAttachments(List<Attachment> rows) {
        attachments.insert(rows);
    }

    @Override
    public Set<Long> settleFetches(List<FetchResult> fetched) {
        return attachments.settle(fetched);
    }

    @Override
    public List<Attachment> claimFetches(Collection<Long> ids, int node, long now, long leaseUntil) {
        return attachments.claim(ids, node, now, leaseUntil);
    }

    @Override
    public boolean lockTeam(String team) {
        return matching.lockTeam(team);
    }

    @Override
    public List<Member> members(String team) {
        return matching.members(team);
    }

    @Override
    public List<QueueRow> queue(String team, int limit) {
        return matching.queue(team, limit);
    }

    @Override
    public List<Closing> closing(String team, long after, long until, int limit) {
        return matching.closing(team, after, until, limit);
    }

    @Override
    public Set<Long> dequeue(Collection<QueueRow> places) {
        return matching.dequeue(places);
    }

    @Override
    public void reserve(String team, Map<String, Integer> conversationsByAgent, long at) {
        matching.reserve(team, conversationsByAgent, at);
    }

    @Override
    public void append(List<Fact> facts) {
        session.write(EventRows.INSERT, EventRows.inserts(facts));
    }

    @Override
    public void changeLoads(List<LoadChange> changes) {
        matching.changeLoads(changes);
    }
}
