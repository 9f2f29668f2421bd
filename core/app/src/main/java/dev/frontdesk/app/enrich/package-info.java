/** Reads {@code config/intents} and the {@code enrichers} block, and has what they name built. */
@NullMarked
package dev.frontdesk.app.enrich;

import org.jspecify.annotations.NullMarked;
