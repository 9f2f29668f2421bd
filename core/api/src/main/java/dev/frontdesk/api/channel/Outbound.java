package dev.frontdesk.api.channel;

import dev.frontdesk.api.MessageId;
import java.time.Instant;
import java.util.Optional;

/** One message to send. */
public interface Outbound {

    /** Ours; the same over all attempts. Give it to the provider where it takes an idempotency key or a client reference. */
    MessageId id();

    /** Who gets it. */
    Address to();

    /** What it says, already within the channel's {@link Capabilities}. */
    Content content();

    /**
     * The message this one answers: the {@link Inbound#id()} of theirs, or the {@link Delivery.Sent#remoteId()} of ours. Best
     * effort: where the provider no longer knows it, send without.
     */
    default Optional<String> replyTo() {
        return Optional.empty();
    }

    /** 1 for the first attempt. */
    int attempt();

    /** When the calling thread will be interrupted. */
    Instant deadline();

    /** True when no person wrote it. */
    boolean automatic();

    /** Who else is in the thread and what was written last; nothing unless the channel's messages are {@link Capabilities#letters() letters}. */
    default Correspondence correspondence() {
        return Correspondence.NONE;
    }
}
