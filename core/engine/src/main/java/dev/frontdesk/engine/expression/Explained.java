package dev.frontdesk.engine.expression;

import dev.frontdesk.api.Value;

/** A part of a condition and what it came to. */
public record Explained(String expression, Value value) {}
