/** What sweeps, pages and channels read. Start at {@link dev.frontdesk.store.read.SqlInbox}. */
@NullMarked
package dev.frontdesk.store.read;

import org.jspecify.annotations.NullMarked;
