package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Content;

/**
 * One file of a message, and how far it got; or one that an agent has uploaded and not sent yet.
 *
 * @param message 0 for an upload
 * @param n its place among the files of the message, from 0
 * @param album what messages that were sent as one have in common, "" for none
 * @param kind as in {@link Content#kind()}
 * @param file as the provider described it; {@link Content.Stored} once it is here
 * @param agent who uploaded it, "" when it came in
 * @param dueAt when to try next, never after expiresAt unless it is the first time
 * @param expiresAt when nobody tries to fetch it any more
 * @param attempt how often it was begun
 * @param why what went wrong last, in words for people
 */
public record Attachment(
        long id,
        long message,
        int n,
        long contact,
        String channel,
        String kind,
        String album,
        Content.File file,
        String agent,
        State state,
        long dueAt,
        long expiresAt,
        int attempt,
        String why,
        long at) {

    public enum State {
        /** To be fetched, now or later. */
        WAITING,
        /** A node fetches it. */
        RUNNING,
        /** It lies in the file store. */
        STORED,
        /** It will never be here. */
        GONE
    }
}
