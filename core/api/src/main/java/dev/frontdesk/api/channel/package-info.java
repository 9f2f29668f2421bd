/** What the author of a channel writes and is given. Start at {@link dev.frontdesk.api.channel.Channel}. */
@NullMarked
package dev.frontdesk.api.channel;

import org.jspecify.annotations.NullMarked;
