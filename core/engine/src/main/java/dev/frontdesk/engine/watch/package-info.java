/** Who of the plugins computes right now, and which of them are switched off because they hung. */
@org.jspecify.annotations.NullMarked
package dev.frontdesk.engine.watch;
