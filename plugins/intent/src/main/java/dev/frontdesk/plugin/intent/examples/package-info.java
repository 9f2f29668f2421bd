/**
 * Examples as people keep them: CSV, JSON Lines, JSON. Start at {@link dev.frontdesk.plugin.intent.examples.ExampleFile}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.examples;

import org.jspecify.annotations.NullMarked;
