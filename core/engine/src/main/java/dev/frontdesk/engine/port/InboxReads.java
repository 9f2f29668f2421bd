package dev.frontdesk.engine.port;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Run;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the inbox shows; a fixed number of queries per call. */
public interface InboxReads {

    enum View {
        MINE,
        UNASSIGNED,
        ALL,
        CLOSED
    }

    /**
     * @param cursor where the next page begins when this is the last row of one
     * @param unreachable why nothing that is sent to the contact arrives, empty when it does
     */
    record Row(Conversation conversation, String contactName, String cursor, String unreachable) {}

    record Counts(long mine, long unassigned, long all) {}

    /**
     * A message, how far it got, and what became of it since.
     *
     * @param state null for inbound ones and notes
     * @param key the channel's key of it, by which others answer and change it; empty when it has none (yet)
     * @param changes in the order they were made
     * @param quoted what it answers; null when that is nothing, or not here
     * @param files in their order
     */
    record Line(
            Message message,
            OutboxRow.@Nullable State state,
            String why,
            String key,
            List<MessageChange> changes,
            @Nullable Message quoted,
            List<Attachment> files) {
        public Line(
                Message message,
                OutboxRow.@Nullable State state,
                String why,
                String key,
                List<MessageChange> changes,
                @Nullable Message quoted) {
            this(message, state, why, key, changes, quoted, List.of());
        }

        public Line(Message message, OutboxRow.@Nullable State state, String why) {
            this(message, state, why, "", List.of(), null);
        }
    }

    /** Somebody besides the contact in the thread of a conversation. */
    record Member(String channel, Participant who) {}

    /** Who else is in the thread of a conversation, in the order of their names. */
    default List<Member> members(long conversation) {
        return List.of();
    }

    record ContactCard(long contact, Profile profile, List<Transaction.Identity> identities) {}

    /** Newest activity first; UNASSIGNED: longest waiting first. An empty query finds all; otherwise it looks in names and previews. */
    List<Row> list(View view, String agent, String query, String before, int limit);

    Counts counts(String agent);

    List<Row> rows(Collection<Long> conversations);

    Optional<Row> row(long conversation);

    /** Newest first, below an ord ({@link Long#MAX_VALUE} for the newest). */
    List<Line> lines(long contact, long beforeOrd, int limit);

    List<Line> linesById(Collection<Long> messages);

    /** The messages that these changes are about, as far as they are here. */
    List<Line> linesChanged(Collection<Long> changes);

    /** Changes whose message is not here, by ord, at most 200. */
    List<MessageChange> strays(long contact, long fromOrd, long toOrd);

    /** Those of these changes whose message is not here. */
    List<MessageChange> straysById(Collection<Long> changes);

    /** The files of messages, by message and place. */
    List<Attachment> attachments(Collection<Long> messages);

    /** Any file of a message, and any upload. */
    Optional<Attachment> attachment(long id);

    Optional<ContactCard> contact(long contact);

    /**
     * A contact that was merged into another one.
     *
     * @param name as it was known
     * @param identities that went over, {@code channel:identity}
     */
    record Merged(long id, long loser, String name, Set<String> identities, String reason, long at) {}

    /** The merges into a contact that can be undone, newest first. */
    List<Merged> merged(long contact);

    /** Contacts by a part of their name or of an identity, at most so many; those who wrote last first. */
    List<ContactCard> people(String query, int limit);

    List<Conversation> previous(long contact, long notThisOne, int limit);

    /** The latest run of a conversation. */
    Optional<Run> run(long conversation);

    /** The facts of the latest decision about a conversation: who was considered and why one was taken, and {@code at}. */
    Optional<Value.Fields> decision(long conversation);

    /** Place in the queue counted from 1, or empty when it is in none. */
    Optional<Integer> queuePosition(long conversation);

    /** Where to reach a contact on a channel. */
    Optional<dev.frontdesk.engine.model.Reach> reach(long contact, String channel);
}
