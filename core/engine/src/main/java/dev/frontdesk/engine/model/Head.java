package dev.frontdesk.engine.model;

/**
 * A contact's row as the accepting transaction locks it.
 *
 * @param partings how often a merge into this contact was undone: each time identities went away from it
 */
public record Head(long contact, int part, long nextSeq, int partings) {}
