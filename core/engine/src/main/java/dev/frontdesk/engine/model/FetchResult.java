package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Content;

/**
 * What became of one attempt to fetch a file.
 *
 * @param attempt the attempt that ended; a result of an older one counts no more
 * @param state WAITING when it is to be tried again at dueAt
 */
public record FetchResult(long id, int attempt, Attachment.State state, Content.File file, String why, long dueAt) {}
