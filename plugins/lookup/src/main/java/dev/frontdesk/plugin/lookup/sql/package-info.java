/** A row of a database. Start at {@link dev.frontdesk.plugin.lookup.sql.SqlEnricher}; nothing else of the plugins speaks SQL. */
@NullMarked
package dev.frontdesk.plugin.lookup.sql;

import org.jspecify.annotations.NullMarked;
