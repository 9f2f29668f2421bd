package dev.frontdesk.app.plugin;

import dev.frontdesk.api.FrontdeskPlugin;

/**
 * A plugin that was found.
 *
 * @param id of a built-in one, or the name of its folder
 * @param from in words, for the lines at the start: {@code built in}, or a jar
 */
public record Plugin(String id, FrontdeskPlugin entry, String from) {}
