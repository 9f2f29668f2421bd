/** The tables and how they come to be. */
@NullMarked
package dev.frontdesk.store.schema;

import org.jspecify.annotations.NullMarked;
