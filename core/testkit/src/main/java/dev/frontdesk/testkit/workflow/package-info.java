/**
 * For authors of steps. Implement {@link dev.frontdesk.testkit.workflow.StepContractTest} in a test class, and use
 * {@link dev.frontdesk.testkit.workflow.FakeStepContext} for what is special about the step.
 */
@NullMarked
package dev.frontdesk.testkit.workflow;

import org.jspecify.annotations.NullMarked;
