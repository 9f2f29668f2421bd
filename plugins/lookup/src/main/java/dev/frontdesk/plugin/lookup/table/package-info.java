/** A row of a CSV or TSV file. Start at {@link dev.frontdesk.plugin.lookup.table.TableEnricher}. */
@NullMarked
package dev.frontdesk.plugin.lookup.table;

import org.jspecify.annotations.NullMarked;
