package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;

/**
 * Something a channel told that is no message: about its account, or about who can be reached. Kept for 30 days, so that it is known
 * when it comes again and an operator can look.
 *
 * @param kind the provider's own word, or {@code reach}
 */
public record Notice(long id, String channel, String dedupe, String kind, Value details, long at) {}
