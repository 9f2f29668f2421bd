/** Live events: one reader of the event log per process, any number of streams. Start at {@link Live}. */
@NullMarked
package dev.frontdesk.web.live;

import org.jspecify.annotations.NullMarked;
