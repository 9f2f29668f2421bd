/**
 * What somebody wrote themselves in an answer: without the quoted mail, without signature. Start at
 * {@link dev.frontdesk.channel.email.reply.Reply}. For display and for workflows; the whole text is always kept beside it.
 */
@NullMarked
package dev.frontdesk.channel.email.reply;

import org.jspecify.annotations.NullMarked;
