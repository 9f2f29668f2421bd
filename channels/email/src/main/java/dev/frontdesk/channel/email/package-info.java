/** Mailboxes as a channel. What one mail says is read in {@code mime}, which knows of nothing else here. */
@NullMarked
package dev.frontdesk.channel.email;

import org.jspecify.annotations.NullMarked;
