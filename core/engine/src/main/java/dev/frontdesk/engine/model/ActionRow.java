package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;

/** An action to be performed for a run, outside every transaction. */
public record ActionRow(
        long id,
        long contact,
        int part,
        long run,
        int rev,
        String type,
        Value input,
        String idempotency,
        long deadlineMs,
        int attempts,
        int attempt,
        long dueAt) {}
