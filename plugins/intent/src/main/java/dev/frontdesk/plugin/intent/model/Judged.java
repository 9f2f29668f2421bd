package dev.frontdesk.plugin.intent.model;

/** A message that a model was asked about which had not seen it. */
record Judged(Sign sign, boolean inScope, boolean right) {}
