/** What mail does to a contact's conversation. Start at {@link dev.frontdesk.engine.conversation.Advance}. */
@NullMarked
package dev.frontdesk.engine.conversation;

import org.jspecify.annotations.NullMarked;
