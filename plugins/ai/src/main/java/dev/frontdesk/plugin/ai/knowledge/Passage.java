package dev.frontdesk.plugin.ai.knowledge;

/**
 * A piece of a file that can be read alone.
 *
 * @param file its path below the folder of knowledge
 */
public record Passage(String file, String text) {}
