package dev.frontdesk.plugin.intent.evaluate;

/**
 * What a classifier said of a message.
 *
 * @param accepted false when it took the message for one out of scope
 */
record Answer(String best, double probability, boolean accepted) {}
