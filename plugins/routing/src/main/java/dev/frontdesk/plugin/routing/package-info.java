/**
 * Which team a conversation goes to, and its way into that team's queue: the steps route and assign. Start at
 * {@link dev.frontdesk.plugin.routing.RoutingPlugin}.
 */
@NullMarked
package dev.frontdesk.plugin.routing;

import org.jspecify.annotations.NullMarked;
