/**
 * One question to a model and its answer: the action, the endpoint it calls and the JSON that goes over the wire. Start at
 * {@link dev.frontdesk.plugin.ai.chat.ChatAction}.
 */
@NullMarked
package dev.frontdesk.plugin.ai.chat;

import org.jspecify.annotations.NullMarked;
