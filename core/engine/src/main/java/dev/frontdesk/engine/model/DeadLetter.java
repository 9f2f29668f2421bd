package dev.frontdesk.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that could not be taken as what it is; kept until an operator looks.
 *
 * @param kind {@code unreadable} (from a provider), {@code refused} (the store would not take it), {@code mail} (the engine failed on it)
 * @param contact 0 when unknown
 * @param raw the exact bytes, or the mail's payload as JSON
 */
public record DeadLetter(
        long id,
        String channel,
        @Nullable String dedupe,
        String kind,
        String reason,
        long contact,
        byte[] raw,
        long at) {}
