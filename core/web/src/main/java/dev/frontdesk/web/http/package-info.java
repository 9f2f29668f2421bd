/**
 * HTTP as the rest of the web sees it: checked paths, a table of routes, one exchange at a time. Start at {@link
 * Dispatcher}.
 */
@NullMarked
package dev.frontdesk.web.http;

import org.jspecify.annotations.NullMarked;
