/**
 * What the engine asks of the outside: the store, the definitions of workflows, the channels. Hot-path work goes through
 * {@link dev.frontdesk.engine.port.Transaction}; everything people look at goes through the readers.
 */
@NullMarked
package dev.frontdesk.engine.port;

import org.jspecify.annotations.NullMarked;
