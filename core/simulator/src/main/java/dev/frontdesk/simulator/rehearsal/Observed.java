package dev.frontdesk.simulator.rehearsal;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transaction of the real store whose writes are noted. Belongs to one thread. */
record Observed(Transaction real, Held held) implements Transaction {
    @Override
    public Map<Identity, Long> find(Collection<Identity> identities) {
        return real.find(identities);
    }

    @Override
    public Map<Identity, Long> create(Collection<Newcomer> newcomers) {
        held.add(newcomers.size(), "a new contact");
        return real.create(newcomers);
    }

    @Override
    public Map<Long, Head> lock(Collection<Long> contacts) {
        return real.lock(contacts);
    }

    @Override
    public Set<String> known(Collection<String> dedupeKeys) {
        return real.known(dedupeKeys);
    }

    @Override
    public Set<String> knownChanges(Collection<String> dedupeKeys) {
        return real.knownChanges(dedupeKeys);
    }

    @Override
    public void insertChanges(List<MessageChange> changes) {
        held.add(changes.size(), "a message changed");
        real.insertChanges(changes);
    }

    @Override
    public Set<String> insertNotices(List<Notice> notices) {
        held.add(notices.size(), "a notice");
        return real.insertNotices(notices);
    }

    @Override
    public void saveSequences(Map<Long, Long> nextSeq) {
        real.saveSequences(nextSeq);
    }

    @Override
    public void insertMessages(List<Message> messages) {
        held.add(messages.size(), "a message stored");
        real.insertMessages(messages);
    }

    @Override
    public void insertCommands(Map<String, Long> contactById, long at) {
        held.add(contactById.size(), "an order of a person");
        real.insertCommands(contactById, at);
    }

    @Override
    public void insertDeadLetters(List<DeadLetter> letters) {
        held.add(letters.size(), "a dead letter");
        real.insertDeadLetters(letters);
    }

    @Override
    public void saveCursors(Collection<Cursor> cursors) {
        held.add(cursors.size(), "a cursor");
        real.saveCursors(cursors);
    }

    @Override
    public void post(List<Mail> mail) {
        held.add(mail.size(), "mail left in a mailbox");
        real.post(mail);
    }

    @Override
    public List<Settled> report(String channel, List<Inbound.Report> reports) {
        held.add(reports.size(), "a delivery report");
        return real.report(channel, reports);
    }

    @Override
    public Set<Integer> lockPartitions(Collection<Integer> parts) {
        return real.lockPartitions(parts);
    }

    @Override
    public List<Mail> mailboxOf(Collection<Long> contacts) {
        return real.mailboxOf(contacts);
    }

    @Override
    public List<Mail> mailboxIn(Collection<Integer> parts, int limit) {
        return real.mailboxIn(parts, limit);
    }

    @Override
    public Map<Long, ContactState> load(Collection<Long> contacts) {
        return real.load(contacts);
    }

    @Override
    public void apply(Changes changes) {
        held.add(changes.consumed.size(), "mail taken");
        held.add(changes.newConversations.size(), "a conversation opened");
        held.add(changes.updatedConversations.size(), "a conversation changed");
        changes.newRuns.values().forEach(run -> held.add(1, "a run at step " + run.step()));
        changes.updatedRuns.values().forEach(run -> held.add(1, "a run at step " + run.step()));
        held.add(changes.outbox.size(), "a message to send");
        held.add(changes.actions.size(), "an action to perform");
        held.add(changes.enqueued.size(), "a place in a queue");
        held.add(changes.profiles.size(), "a contact changed");
        held.add(changes.facts.size(), "an event");
        real.apply(changes);
    }

    @Override
    public List<Settled> settle(List<SendResult> results) {
        results.forEach(
                result -> held.add(1, "a send that was " + result.state().name().toLowerCase(java.util.Locale.ROOT)));
        results.forEach(result -> held.settled.add(result.id()));
        return real.settle(results);
    }

    @Override
    public List<OutboxRow> claimSends(Collection<Long> contacts, int node, long now, long leaseUntil) {
        var rows = real.claimSends(contacts, node, now, leaseUntil);
        held.add(rows.size(), "a send begun");
        rows.forEach(row -> held.claimed.put(row.id(), row));
        return rows;
    }

    @Override
    public Set<Long> settleActions(List<ActionOutcome> outcomes) {
        held.add(outcomes.size(), "an action ended");
        return real.settleActions(outcomes);
    }

    @Override
    public List<ActionRow> claimActions(Collection<Long> ids, int node, long now, long leaseUntil) {
        var rows = real.claimActions(ids, node, now, leaseUntil);
        held.add(rows.size(), "an action begun");
        return rows;
    }

    @Override
    public void insertAttachments(List<Attachment> attachments) {
        held.add(attachments.size(), "a file noted");
        real.insertAttachments(attachments);
    }

    @Override
    public Set<Long> settleFetches(List<FetchResult> results) {
        held.add(results.size(), "a file fetched");
        return real.settleFetches(results);
    }

    @Override
    public List<Attachment> claimFetches(Collection<Long> ids, int node, long now, long leaseUntil) {
        var rows = real.claimFetches(ids, node, now, leaseUntil);
        held.add(rows.size(), "a file begun");
        return rows;
    }

    @Override
    public boolean lockTeam(String team) {
        return real.lockTeam(team);
    }

    @Override
    public List<Member> members(String team) {
        return real.members(team);
    }

    @Override
    public List<QueueRow> queue(String team, int limit) {
        return real.queue(team, limit);
    }

    @Override
    public Set<Long> dequeue(Collection<QueueRow> places) {
        held.add(places.size(), "out of a queue");
        return real.dequeue(places);
    }

    @Override
    public void reserve(String team, Map<String, Integer> conversationsByAgent, long at) {
        conversationsByAgent.keySet().forEach(agent -> held.add(1, "booked on " + agent));
        real.reserve(team, conversationsByAgent, at);
    }

    @Override
    public void append(List<Fact> facts) {
        held.add(facts.size(), "an event");
        real.append(facts);
    }

    @Override
    public void changeLoads(List<LoadChange> changes) {
        held.add(changes.size(), "a change of load");
        real.changeLoads(changes);
    }

    @Override
    public List<Closing> closing(String team, long after, long until, int limit) {
        return real.closing(team, after, until, limit);
    }

    @Override
    public Map<Identity, Long> adopt(Map<Identity, Long> aliases) {
        return real.adopt(aliases);
    }

    @Override
    public void order(List<MergeOrder> merges) {
        real.order(merges);
    }

    @Override
    public boolean lockOrder(long merge) {
        return real.lockOrder(merge);
    }

    @Override
    public Optional<Parting> lockUndo(long merge) {
        return real.lockUndo(merge);
    }

    @Override
    public void parted(long merge, long loser, long survivor, Set<Identity> gone) {
        real.parted(merge, loser, survivor, gone);
    }

    @Override
    public void merged(long merge, long loser, long survivor, long closedConversation, long at) {
        real.merged(merge, loser, survivor, closedConversation, at);
    }
}
