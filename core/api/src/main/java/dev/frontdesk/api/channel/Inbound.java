package dev.frontdesk.api.channel;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.Value;
import java.time.Instant;
import java.util.Optional;

/** One thing that came in. Only {@link Message} ever opens a conversation. */
public sealed interface Inbound {

    /** The key that the channel makes from the provider's id; the same key twice is the same thing. At most 200 characters. */
    String id();

    /** The exact bytes this was read from. */
    Raw raw();

    /** Somebody wrote. */
    record Message(String id, Address from, Content content, Details details, Raw raw) implements Inbound {}

    /**
     * Somebody changed what they wrote. Shown beside the message; wakes no workflow, opens and reopens nothing. May come before
     * the message, or without it.
     *
     * @param messageId the {@link #id()} of the message
     * @param sentAt the provider's time of the change, by which the last of several is found where they come in any order
     */
    record Edit(String id, String messageId, Address from, Content content, Optional<Instant> sentAt, Raw raw)
            implements Inbound {

        /** Without a time: the last to come in is the last. */
        public Edit(String id, String messageId, Address from, Content content, Raw raw) {
            this(id, messageId, from, content, Optional.empty(), raw);
        }
    }

    /**
     * Somebody took back what they wrote.
     *
     * @param messageId the {@link #id()} of the message
     */
    record Removed(String id, String messageId, Address from, Raw raw) implements Inbound {}

    /**
     * Somebody reacted to a message. Never opens a conversation.
     *
     * @param messageId the {@link #id()} of their message, or the {@link Delivery.Sent#remoteId()} of ours
     * @param emoji all of this person's reactions to the message now; empty takes them back
     * @param sentAt the provider's time of the reaction, by which the last of several is found where they come in any order
     */
    record Reaction(String id, String messageId, Address from, String emoji, Optional<Instant> sentAt, Raw raw)
            implements Inbound {

        /** Without a time: the last to come in is the last. */
        public Reaction(String id, String messageId, Address from, String emoji, Raw raw) {
            this(id, messageId, from, emoji, Optional.empty(), raw);
        }
    }

    /**
     * Two identities are one person (a new number, a user id beside a phone). When the core knows both as contacts, it merges
     * them. Tell it once; telling it again has no effect.
     *
     * @param known the identity that is likely known
     * @param alias the other one
     */
    record SamePerson(String id, Address known, Address alias, Raw raw) implements Inbound {}

    /**
     * The provider tells what became of a message of ours. Found by the id the core gave it, else by the provider's id. May
     * come before the send returned: it is then kept for 24 hours.
     */
    record Report(
            String id,
            Optional<String> remoteId,
            Optional<MessageId> outbound,
            State state,
            Instant at,
            String why,
            Raw raw)
            implements Inbound {}

    /** A person can no longer be reached on this channel (they blocked us), or can again. */
    record Reach(String id, Address who, boolean reachable, String why, Raw raw) implements Inbound {}

    /** The business owner's own message, or an echo of ours: stored in the thread, never opens a conversation. */
    record Echo(String id, Address about, Content content, Raw raw) implements Inbound {}

    /** Something about the account and not about a person: stored as an event. */
    record Notice(String id, String kind, Value details, Raw raw) implements Inbound {}

    /** Bytes nobody could read: kept as a dead letter. */
    record Unreadable(String id, String why, Raw raw) implements Inbound {}

    /** How far a message of ours got. Only moves up; {@link #FAILED} is final unless it was delivered. */
    enum State {
        /** The provider accepted it. */
        SENT,
        /** It reached the person's device. */
        DELIVERED,
        /** The person saw it. */
        READ,
        /** It will not arrive. */
        FAILED
    }
}
