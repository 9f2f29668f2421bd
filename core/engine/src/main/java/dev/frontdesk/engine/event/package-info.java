/** The event log on its way to plugins that listen. */
@NullMarked
package dev.frontdesk.engine.event;

import org.jspecify.annotations.NullMarked;
