/** Mails that others have collected, read by the e-mail channel. Start at {@link dev.frontdesk.bench.mail.MailBench}. */
@NullMarked
package dev.frontdesk.bench.mail;

import org.jspecify.annotations.NullMarked;
