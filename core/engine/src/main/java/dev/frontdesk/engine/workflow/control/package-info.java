/** The steps that belong to the engine because they need conditions and positions: {@code branch}, {@code jump}, {@code wait}. */
@NullMarked
package dev.frontdesk.engine.workflow.control;

import org.jspecify.annotations.NullMarked;
