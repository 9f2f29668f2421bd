/** Workflows as they were compiled, and what moves a run through one. Start at {@link dev.frontdesk.engine.workflow.Runner}. */
@NullMarked
package dev.frontdesk.engine.workflow;

import org.jspecify.annotations.NullMarked;
