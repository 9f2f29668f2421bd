/**
 * The chat on the business's own site. {@link dev.frontdesk.channel.webchat.WebChat} lists the endpoints; a message comes in
 * through {@code Posting} and goes out on {@code Following}, which reads the history. The pages are in {@code src/main/web}.
 */
@NullMarked
package dev.frontdesk.channel.webchat;

import org.jspecify.annotations.NullMarked;
