package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Content;
import org.jspecify.annotations.Nullable;

/**
 * One line of a contact's thread; written once.
 *
 * @param agent who wrote it when the author is an agent, else ""
 * @param dedupe the key under which it must exist at most once: the channel's, {@code agent:<command>} (and {@code :<n>} for a
 *     further part) for what an agent wrote; null for what a bot says
 * @param raw what it was read from; null for what the engine itself makes
 * @param at when it was stored
 * @param sentAt the provider's time, 0 when unknown
 * @param head what it has as a letter, {@link Letterhead#NONE} for anything else
 */
public record Message(
        long id,
        long contact,
        long ord,
        Direction direction,
        Author author,
        String agent,
        String channel,
        @Nullable String dedupe,
        Content content,
        String replyTo,
        byte @Nullable [] raw,
        long at,
        long sentAt,
        Letterhead head) {

    public Message(
            long id,
            long contact,
            long ord,
            Direction direction,
            Author author,
            String agent,
            String channel,
            @Nullable String dedupe,
            Content content,
            String replyTo,
            byte @Nullable [] raw,
            long at,
            long sentAt) {
        this(
                id,
                contact,
                ord,
                direction,
                author,
                agent,
                channel,
                dedupe,
                content,
                replyTo,
                raw,
                at,
                sentAt,
                Letterhead.NONE);
    }

    public Message saying(Content other) {
        return new Message(
                id, contact, ord, direction, author, agent, channel, dedupe, other, replyTo, raw, at, sentAt, head);
    }

    public enum Direction {
        IN,
        OUT,
        NOTE
    }

    public enum Author {
        CONTACT,
        BOT,
        AGENT,
        SYSTEM
    }
}
