/** The statements of the engine's transactions, in the order a message causes them. Start at {@link dev.frontdesk.store.hot.Lane}. */
@NullMarked
package dev.frontdesk.store.hot;

import org.jspecify.annotations.NullMarked;
