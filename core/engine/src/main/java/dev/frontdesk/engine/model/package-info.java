/** What the engine thinks in: plain records, the same in memory, in the store's ports and in tests. Times are epoch milliseconds, 0 means "never". */
@NullMarked
package dev.frontdesk.engine.model;

import org.jspecify.annotations.NullMarked;
