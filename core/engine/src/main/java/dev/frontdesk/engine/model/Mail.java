package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something a contact's conversation must react to; taken strictly in the order of {@code seq}.
 *
 * @param message what the contact wrote, for {@link Kind#MESSAGE}; null otherwise
 * @param payload what else belongs to it
 */
public record Mail(
        long contact,
        int part,
        long seq,
        Kind kind,
        @Nullable Message message,
        Value.Fields payload,
        long at) {

    public enum Kind {
        /** The contact wrote. payload: identity, thread, name, language; others of the thread for a letter. */
        MESSAGE,
        /** A person or program wants something. payload: command, by, and what the command needs. */
        COMMAND,
        /** A run's time is over. payload: run, rev. */
        TIMER,
        /** It is time to look whether a conversation is idle. payload: conversation. */
        IDLE,
        /** An action is done. payload: run, rev, and the result. */
        ACTION,
        /** A message that a run awaits was accepted or not. payload: run, rev, accepted, why. */
        DELIVERY,
        /** The matcher found an agent. payload: conversation, epoch, agent, and the decision. */
        ASSIGNED,
        /** The contact is another one by now. Never kept. payload: into. */
        LEFT,
        /** Another contact is this one by now. Never kept. payload: from, why, and the other's profile. */
        JOINED,
        /** A merge of two contacts was undone. Never kept. payload: from, gone and channel and identity, see the sender. */
        PARTED,
        /** The contact blocked us or came back. payload: channel, reachable, why. */
        REACH,
        /** They had as many automatic answers as they may have. payload: conversation, why. */
        CAPPED
    }
}
