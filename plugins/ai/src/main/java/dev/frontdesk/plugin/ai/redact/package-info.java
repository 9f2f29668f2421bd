/** Personal data are replaced before a text leaves, and put back in what comes. Start at {@link dev.frontdesk.plugin.ai.redact.Redactor}. */
@NullMarked
package dev.frontdesk.plugin.ai.redact;

import org.jspecify.annotations.NullMarked;
