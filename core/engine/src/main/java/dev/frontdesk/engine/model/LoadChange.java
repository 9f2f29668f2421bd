package dev.frontdesk.engine.model;

/** An agent holds one conversation more or less; only the matcher adds it to the agent's load. */
public record LoadChange(long id, String agent, int delta, long closedAt) {}
