package dev.frontdesk.engine.model;

/**
 * What became of an attempt.
 *
 * @param attempt the attempt it belongs to; an older one changes nothing
 * @param state READY (try again at dueAt), SENT, FAILED, UNKNOWN (looked at again at dueAt) or UNSURE
 */
public record SendResult(
        long id,
        int attempt,
        OutboxRow.State state,
        String remoteId,
        String why,
        long dueAt,
        long at,
        boolean unreachable) {}
