/**
 * Calling other services from a workflow: the step http says what to call, the action http-request does it outside every
 * transaction, through the guarded client; the enricher http asks them about a contact. Start at {@link dev.frontdesk.plugin.http.HttpPlugin}.
 */
@NullMarked
package dev.frontdesk.plugin.http;

import org.jspecify.annotations.NullMarked;
