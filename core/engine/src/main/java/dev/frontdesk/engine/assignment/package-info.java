/** Who gets a waiting conversation. Start at {@link dev.frontdesk.engine.assignment.Matcher}; the choice itself is {@link dev.frontdesk.engine.assignment.Picker}. */
@NullMarked
package dev.frontdesk.engine.assignment;

import org.jspecify.annotations.NullMarked;
