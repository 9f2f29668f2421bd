/**
 * A Telegram bot as a channel. Start at {@link dev.frontdesk.channel.telegram.Telegram}. What comes in: {@code Polling} or {@code Hook},
 * then {@code Reading}. What goes out: {@code Sending}. All calls go through {@code BotApi}.
 */
@NullMarked
package dev.frontdesk.channel.telegram;

import org.jspecify.annotations.NullMarked;
