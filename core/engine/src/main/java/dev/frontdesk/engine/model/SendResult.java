package dev.frontdesk.engine.model;

/**
 * What became of an attempt.
 *
 * @param attempt the attempt it belongs to; an older one changes nothing
 * @param state READY (try again at dueAt), SENT, FAILED, UNKNOWN (looked at again at dueAt) or UNSURE; DROPPED for a part that its
 *     message's form has made needless
 * @param fallback true when the form went out instead of the message
 */
public record SendResult(
        long id,
        int attempt,
        OutboxRow.State state,
        String remoteId,
        String why,
        long dueAt,
        long at,
        boolean unreachable,
        boolean fallback) {

    public SendResult(
            long id,
            int attempt,
            OutboxRow.State state,
            String remoteId,
            String why,
            long dueAt,
            long at,
            boolean unreachable) {
        this(id, attempt, state, remoteId, why, dueAt, at, unreachable, false);
    }
}
