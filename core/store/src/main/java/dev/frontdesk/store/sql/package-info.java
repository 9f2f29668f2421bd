/** Two databases behind one set of words: connections, cached statements, rows written together. */
@NullMarked
package dev.frontdesk.store.sql;

import org.jspecify.annotations.NullMarked;
