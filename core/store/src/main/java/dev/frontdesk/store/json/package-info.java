/** How values, contents and facts are kept in a column of text. */
@NullMarked
package dev.frontdesk.store.json;

import org.jspecify.annotations.NullMarked;
