/**
 * What a message is about, learned from examples: the step intent. Start at {@link dev.frontdesk.plugin.intent.IntentPlugin}; how
 * it is learned is in the package model.
 */
@NullMarked
package dev.frontdesk.plugin.intent;

import org.jspecify.annotations.NullMarked;
