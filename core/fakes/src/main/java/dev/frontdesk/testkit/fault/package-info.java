/**
 * How a made-up provider goes wrong on purpose, the same for all of them: calls that are refused, cut off or never answered, and
 * webhooks on a bad day. Start at {@link dev.frontdesk.testkit.fault.Fault}.
 */
@NullMarked
package dev.frontdesk.testkit.fault;

import org.jspecify.annotations.NullMarked;
