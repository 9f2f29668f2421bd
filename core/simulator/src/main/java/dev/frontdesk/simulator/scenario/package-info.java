/**
 * Scenarios and how they are played: {@link dev.frontdesk.simulator.scenario.Scenario} is what is written,
 * {@link dev.frontdesk.simulator.scenario.Theatre} plays it once and then again with a crash before and after each commit.
 */
@NullMarked
package dev.frontdesk.simulator.scenario;

import org.jspecify.annotations.NullMarked;
