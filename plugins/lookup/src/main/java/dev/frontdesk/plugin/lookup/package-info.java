/**
 * Look-ups: who writes, in which language, from where. Each kind has a package; start at
 * {@link dev.frontdesk.plugin.lookup.LookupPlugin}.
 */
@NullMarked
package dev.frontdesk.plugin.lookup;

import org.jspecify.annotations.NullMarked;
