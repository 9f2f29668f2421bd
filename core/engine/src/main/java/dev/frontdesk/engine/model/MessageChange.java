package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Content;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message after it was written; itself written once. It may be here before its message, or without it.
 *
 * @param ord its own place in the contact's thread, for where its message is not
 * @param target the channel's key of the message: theirs, or the provider's of one of ours
 * @param author the identity of who changed it
 * @param content what it says now, for an edit; null otherwise
 * @param emoji all of the author's reactions now, for a reaction; empty takes them back
 * @param sentAt the provider's time, 0 when unknown
 */
public record MessageChange(
        long id,
        long contact,
        long ord,
        String channel,
        String target,
        Kind kind,
        String author,
        @Nullable Content content,
        String emoji,
        @Nullable String dedupe,
        byte @Nullable [] raw,
        long at,
        long sentAt) {

    public enum Kind {
        EDIT,
        REMOVED,
        REACTION
    }

    /** When it was made, as well as that is known. */
    public long madeAt() {
        return sentAt == 0 ? at : sentAt;
    }
}
