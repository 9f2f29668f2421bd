/**
 * Whether a person wrote a mail or a program, and what the program tells. Start at
 * {@link dev.frontdesk.channel.email.automatic.Origin}. A forged report can say nothing here that does more than mark a message.
 */
@NullMarked
package dev.frontdesk.channel.email.automatic;

import org.jspecify.annotations.NullMarked;
