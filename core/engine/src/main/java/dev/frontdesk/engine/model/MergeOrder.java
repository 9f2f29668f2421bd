package dev.frontdesk.engine.model;

/** Two contacts that turned out to be one person. @param one the one that was known, which goes on where nothing else decides */
public record MergeOrder(long id, long one, long other, String reason, long at) {}
