/** What messages are about and what else is known of contacts: the core's side of classifiers and enrichers. */
@NullMarked
package dev.frontdesk.engine.enrich;

import org.jspecify.annotations.NullMarked;
