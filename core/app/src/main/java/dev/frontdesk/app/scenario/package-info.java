/**
 * From {@code workflows/tests/*.conf} to what the simulator plays: {@link dev.frontdesk.app.scenario.ScenarioLoader} reads the files,
 * {@link dev.frontdesk.app.scenario.Sentences} understands their lines, {@link dev.frontdesk.app.scenario.Stage} sets the installation up.
 */
@NullMarked
package dev.frontdesk.app.scenario;

import org.jspecify.annotations.NullMarked;
