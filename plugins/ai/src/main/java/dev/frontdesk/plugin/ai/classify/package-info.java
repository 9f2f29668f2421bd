/**
 * What a message is about, found out elsewhere: by a language model that is asked, or by vectors that are compared. Start at
 * {@link dev.frontdesk.plugin.ai.classify.ChatClassifier}.
 */
@NullMarked
package dev.frontdesk.plugin.ai.classify;

import org.jspecify.annotations.NullMarked;
