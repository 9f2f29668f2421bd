/**
 * From {@code workflows/*.conf} to what the engine runs: {@link dev.frontdesk.app.workflow.WorkflowCompiler} compiles one,
 * {@link dev.frontdesk.app.workflow.Graph} checks where its steps lead, {@link dev.frontdesk.app.workflow.WorkflowCatalog} publishes
 * and keeps the versions.
 */
@NullMarked
package dev.frontdesk.app.workflow;

import org.jspecify.annotations.NullMarked;
