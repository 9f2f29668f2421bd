package dev.frontdesk.engine.model;

import dev.frontdesk.api.Value;

/**
 * One thing that happened. Facts of one contact and one batch share a row of the event log.
 *
 * @param type in the past tense, with dots
 * @param ord its place in the contact's thread, 0 when it has none
 */
public record Fact(String type, long contact, long conversation, long ord, long at, Value.Fields details) {}
