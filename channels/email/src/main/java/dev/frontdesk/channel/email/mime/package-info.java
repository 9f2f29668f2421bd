/**
 * One raw mail, read. Start at {@link dev.frontdesk.channel.email.mime.MailReader}, then {@link dev.frontdesk.channel.email.mime.Mail}.
 * Pure code: no I/O, no state, never an exception because of what somebody sent.
 */
@NullMarked
package dev.frontdesk.channel.email.mime;

import org.jspecify.annotations.NullMarked;
