/** What people and programs ask of a conversation, as values. Each is a mail in the contact's mailbox, so all of it is in one order. */
@NullMarked
package dev.frontdesk.engine.desk;

import org.jspecify.annotations.NullMarked;
