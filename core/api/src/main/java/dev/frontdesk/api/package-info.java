/**
 * All that the author of a channel, step, action, router or strategy sees. Start at {@link dev.frontdesk.api.FrontdeskPlugin},
 * then read {@code channel}, {@code workflow} or {@code routing}, whichever you extend. References are never null.
 */
@NullMarked
package dev.frontdesk.api;

import org.jspecify.annotations.NullMarked;
