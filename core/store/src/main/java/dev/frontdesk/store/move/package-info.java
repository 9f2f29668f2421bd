/** All of a store at once: a copy of a running file, and the way from one database to the other. Start at {@link dev.frontdesk.store.Moves}. */
@NullMarked
package dev.frontdesk.store.move;

import org.jspecify.annotations.NullMarked;
