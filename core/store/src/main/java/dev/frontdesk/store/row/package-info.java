/** How the engine's records become rows and rows records again; shared by the lanes and the readers. */
@NullMarked
package dev.frontdesk.store.row;

import org.jspecify.annotations.NullMarked;
