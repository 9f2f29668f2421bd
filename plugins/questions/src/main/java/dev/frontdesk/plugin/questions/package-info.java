/**
 * What a workflow says to a contact and learns from them: the steps send, ask, set, tag, note and close. Start at
 * {@link dev.frontdesk.plugin.questions.QuestionsPlugin}; the answers are read by the classes named after what they read.
 */
@NullMarked
package dev.frontdesk.plugin.questions;

import org.jspecify.annotations.NullMarked;
