/**
 * Conversations as JSON, the same in REST and in live events: rows, messages, timeline events, decisions
 * (docs/rest.md).
 */
@NullMarked
package dev.frontdesk.web.view;

import org.jspecify.annotations.NullMarked;
