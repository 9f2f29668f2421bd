/**
 * Who of a team gets the next conversation: the strategies round-robin and least-open. Start at
 * {@link dev.frontdesk.plugin.assignment.AssignmentPlugin}.
 */
@NullMarked
package dev.frontdesk.plugin.assignment;

import org.jspecify.annotations.NullMarked;
