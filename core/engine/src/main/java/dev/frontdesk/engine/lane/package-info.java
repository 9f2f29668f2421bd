/**
 * Where things happen: a lane takes all work that is waiting, does it in one transaction, and only then tells the world. Start at
 * {@link dev.frontdesk.engine.lane.Lane}, then {@link dev.frontdesk.engine.lane.Turn}.
 */
@NullMarked
package dev.frontdesk.engine.lane;

import org.jspecify.annotations.NullMarked;
