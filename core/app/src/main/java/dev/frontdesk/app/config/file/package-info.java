/** The records of {@code frontdesk.conf} and {@code people.conf}, one per block. Start at {@link dev.frontdesk.app.config.file.Frontdesk}. */
@NullMarked
package dev.frontdesk.app.config.file;

import org.jspecify.annotations.NullMarked;
