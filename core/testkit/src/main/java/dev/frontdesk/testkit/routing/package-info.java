/**
 * For authors of assignment strategies. Implement {@link dev.frontdesk.testkit.routing.AssignmentStrategyContractTest} in a test
 * class, and use {@link dev.frontdesk.testkit.routing.FakeCandidate} for what is special about the strategy.
 */
@NullMarked
package dev.frontdesk.testkit.routing;

import org.jspecify.annotations.NullMarked;
