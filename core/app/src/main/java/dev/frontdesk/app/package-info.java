/** The one module that knows all others: reads the configuration, loads plugins, wires and starts. Start at {@code Main}. */
@NullMarked
package dev.frontdesk.app;

import org.jspecify.annotations.NullMarked;
