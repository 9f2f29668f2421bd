/**
 * A number at the WhatsApp Cloud API as a channel. Start at {@link dev.frontdesk.channel.whatsapp.WhatsApp}. What comes in:
 * {@code Hook}, then {@code Reading}. What goes out: {@code Sending}. All calls go through {@code Graph}.
 */
@NullMarked
package dev.frontdesk.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
