package dev.frontdesk.engine.model;

/** A contact's row as the accepting transaction locks it. */
public record Head(long contact, int part, long nextSeq) {}
