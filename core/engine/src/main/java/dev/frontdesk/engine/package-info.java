/**
 * The engine. A message flows {@code intake → conversation → workflow → routing → assignment → outbox}; a package calls only to its
 * right or to {@code port}. {@code model} is what they think in. Start at {@link dev.frontdesk.engine.lane.Lane}.
 */
@NullMarked
package dev.frontdesk.engine;

import org.jspecify.annotations.NullMarked;
