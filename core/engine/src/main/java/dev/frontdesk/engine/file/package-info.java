/** Files of messages: what is noted of them, and how they are fetched. Start with {@link dev.frontdesk.engine.file.Fetcher}. */
@NullMarked
package dev.frontdesk.engine.file;

import org.jspecify.annotations.NullMarked;
