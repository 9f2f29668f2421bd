/**
 * Learning intents from examples and telling them apart. Start at {@link dev.frontdesk.plugin.intent.model.Training}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.model;

import org.jspecify.annotations.NullMarked;
