/** The real engine on the real SQLite store, with time, channel and agents under a test's control. Start at {@link dev.frontdesk.simulator.Simulation}. */
@NullMarked
package dev.frontdesk.simulator;

import org.jspecify.annotations.NullMarked;
