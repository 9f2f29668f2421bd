/**
 * How good a model is, and beside what. Start at {@link dev.frontdesk.plugin.intent.evaluate.Evaluation}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.evaluate;

import org.jspecify.annotations.NullMarked;
