/**
 * What was not understood, grouped for a person to label. Start at {@link dev.frontdesk.plugin.intent.suggest.Suggestions}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.suggest;

import org.jspecify.annotations.NullMarked;
