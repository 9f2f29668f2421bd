/** From a command line to a running process: {@link dev.frontdesk.app.wiring.Preparation} gets everything ready that needs no store. */
@NullMarked
package dev.frontdesk.app.wiring;

import org.jspecify.annotations.NullMarked;
