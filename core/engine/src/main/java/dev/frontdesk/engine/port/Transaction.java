package dev.frontdesk.engine.port;

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
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.SendResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one transaction. Each method runs a fixed number of statements however many rows it is given, and none when
 * it is given nothing. The order of calls is the order of locks: identities, contacts, partitions, then what they own.
 */
public interface Transaction {

    // ---- accept
    // ----------------------------------------------------------------------------------------------------------

    /** Who somebody is at a channel. */
    record Identity(String channel, String external) {}

    /** A contact to be made if nobody has the identity yet. */
    record Newcomer(Identity identity, long contact, int part, String name, String language, long at) {}

    /** The contacts of identities that are known. */
    Map<Identity, Long> find(Collection<Identity> identities);

    /**
     * Makes the newcomers whose identity is still unknown and answers the contact of every one of them, be it this
     * transaction's or a rival's. Inserts identities in order of (channel, external), so that rivals do not deadlock.
     */
    Map<Identity, Long> create(Collection<Newcomer> newcomers);

    /**
     * Gives further identities to contacts that are there already, and answers whose each of them is: ours, or a rival's who had
     * it first. Inserts in order of (channel, external).
     */
    Map<Identity, Long> adopt(Map<Identity, Long> aliases);

    /** Keeps merges to be done, so that a crash does not lose them. */
    void order(List<MergeOrder> merges);

    /** Locks an order; false when it is done. */
    boolean lockOrder(long merge);

    /** What is left to be written of a merge: the identities and the older losers go over to the survivor. */
    void merged(long merge, long loser, long survivor, long closedConversation, long at);

    /** The contact that a merge to be undone brings back, and the identities that go with it; none of them the survivor's only one. */
    record Parting(Head back, Set<Identity> gone, Optional<Identity> left) {}

    /** Locks an order to undo a merge; empty when it is done, or no longer possible because the survivor was merged itself. */
    Optional<Parting> lockUndo(long merge);

    /** What is left to be written of an undo: the identities and the older losers go back. */
    void parted(long merge, long loser, long survivor, Set<Identity> gone);

    /** Locks contacts in the order of their ids; the ids of merged contacts answer with the survivor's head. */
    Map<Long, Head> lock(Collection<Long> contacts);

    /** Which of these keys exist already, among messages, commands and dead letters. Exact once the contacts are locked. */
    Set<String> known(Collection<String> dedupeKeys);

    /** Which of these keys exist already among the changes of messages. Exact once the contacts are locked. */
    Set<String> knownChanges(Collection<String> dedupeKeys);

    void insertChanges(List<MessageChange> changes);

    /** Stores those whose key is new and answers the keys of these, whoever else stores the same at the same time. */
    Set<String> insertNotices(List<Notice> notices);

    void saveSequences(Map<Long, Long> nextSeq);

    void insertMessages(List<Message> messages);

    /** Commands by id, so that the same one is not taken twice. */
    void insertCommands(Map<String, Long> contactById, long at);

    void insertDeadLetters(List<DeadLetter> letters);

    /** Refuses the whole transaction with {@link StaleFence} when the channel's lease has a newer fence by now. */
    record Cursor(String channel, String key, String value, long fence) {}

    void saveCursors(Collection<Cursor> cursors);

    final class StaleFence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StaleFence(String message) {
            super(message);
        }
    }

    /** Puts mail into the mailbox, for whoever gets the partition's lock later. */
    void post(List<Mail> mail);

    /**
     * Moves the outbox rows a report is about up the lattice and answers those that moved; a report that is not found by remote
     * id is kept for 24 hours.
     */
    List<Settled> report(String channel, List<Inbound.Report> reports);

    // ---- advance
    // ---------------------------------------------------------------------------------------------------------

    /** Locks those of the partitions that nobody else holds and answers which. Never waits. */
    Set<Integer> lockPartitions(Collection<Integer> parts);

    /** The whole mailbox of these contacts, by (contact, seq), messages included. */
    List<Mail> mailboxOf(Collection<Long> contacts);

    /** The oldest mail of these partitions, whole contacts only, by (contact, seq). */
    List<Mail> mailboxIn(Collection<Integer> parts, int limit);

    Map<Long, ContactState> load(Collection<Long> contacts);

    /** Writes everything, updates before inserts, and raises what {@link Store#due()} and the readers see. */
    void apply(Changes changes);

    // ---- outbox and actions
    // ----------------------------------------------------------------------------------------------

    /** A row that had this result applied: who waits for it and what to tell the pages. */
    record Settled(
            long id, long contact, int part, long conversation, long run, int rev, OutboxRow.State state, String why) {}

    /** Applies results whose attempt is still the current one; answers the rows that changed. */
    List<Settled> settle(List<SendResult> results);

    /** Marks the outbox head of each contact as being sent by this node, if it is due and nothing of the contact is in flight. */
    List<OutboxRow> claimSends(Collection<Long> contacts, int node, long now, long leaseUntil);

    /** What became of an attempt at an action; READY again at dueAt when it is to be tried once more. */
    record ActionOutcome(long id, int attempt, boolean done, long dueAt) {}

    /** Applies outcomes whose attempt is still the current one; answers the ids that are done by it. */
    Set<Long> settleActions(List<ActionOutcome> outcomes);

    List<ActionRow> claimActions(Collection<Long> ids, int node, long now, long leaseUntil);

    // ---- files
    // -------------------------------------------------------------------------------------------------------------

    void insertAttachments(List<Attachment> attachments);

    /** Applies results whose attempt is still the current one; answers the ids that changed. */
    Set<Long> settleFetches(List<FetchResult> results);

    /** Marks those files as being fetched by this node that wait and are due. */
    List<Attachment> claimFetches(Collection<Long> ids, int node, long now, long leaseUntil);

    // ---- assignment
    // ------------------------------------------------------------------------------------------------------

    /** Locks a team's row; false when somebody else holds it. */
    boolean lockTeam(String team);

    /**
     * A member as the matcher sees them, their row locked.
     *
     * @param presence {@code online}, {@code away} or {@code offline} as declared
     * @param seenAt the last heartbeat of an inbox page
     * @param capacity of the agent, 0 when not set
     */
    record Member(
            String agent,
            boolean enabled,
            String presence,
            long seenAt,
            boolean presenceRequired,
            int capacity,
            int load,
            long lastAssigned,
            long lastClosed,
            Set<String> skills) {}

    /** Takes the load changes of a team's members, adds them to the loads, and answers the members, locked in order of agent. */
    List<Member> members(String team);

    /** A place in a queue, and where its contact wrote last by now. */
    record Closing(QueueRow row, Reach reach) {}

    /** Those whose reply window was to end in this span when they were queued: priority, then that end. */
    default List<Closing> closing(String team, long after, long until, int limit) {
        return List.of();
    }

    /** The head of a team's queue: priority, then time. */
    List<QueueRow> queue(String team, int limit);

    /**
     * Takes these places out of the queue; answers the conversations that were still in that very place. One that has moved to
     * another queue meanwhile stays there. Their contacts must be locked.
     */
    Set<Long> dequeue(Collection<QueueRow> places);

    /** Books conversations on agents: load and last assignment from this team. */
    void reserve(String team, Map<String, Integer> conversationsByAgent, long at);

    // ---- the log
    // -----------------------------------------------------------------------------------------------------------

    /** Appends facts that belong to no contact's batch. */
    void append(List<Fact> facts);

    void changeLoads(List<LoadChange> changes);
}
