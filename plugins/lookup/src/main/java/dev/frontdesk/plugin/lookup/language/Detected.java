package dev.frontdesk.plugin.lookup.language;

/** A language as a BCP 47 tag, and how likely it is the right one, 0 to 1. */
record Detected(String language, double probability) {}
