/** The engine's ports on SQL: SQLite and PostgreSQL. Start at {@link dev.frontdesk.store.Stores}. */
@NullMarked
package dev.frontdesk.store;

import org.jspecify.annotations.NullMarked;
