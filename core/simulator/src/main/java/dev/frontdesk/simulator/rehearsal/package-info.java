/**
 * An installation on a virtual clock that can be made to crash: {@link dev.frontdesk.simulator.rehearsal.Rehearsal} lets people act and
 * tells what came of it; {@link dev.frontdesk.simulator.rehearsal.Journal} counts commits and says when the process dies.
 */
@NullMarked
package dev.frontdesk.simulator.rehearsal;

import org.jspecify.annotations.NullMarked;
