/** What the author of a router or an assignment strategy writes and is given. */
@NullMarked
package dev.frontdesk.api.routing;

import org.jspecify.annotations.NullMarked;
