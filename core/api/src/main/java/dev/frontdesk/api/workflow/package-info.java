/** What the author of a step or an action writes and is given. Start at {@link dev.frontdesk.api.workflow.Step}. */
@NullMarked
package dev.frontdesk.api.workflow;

import org.jspecify.annotations.NullMarked;
