/** Webhooks that others have collected, brought to a real process. Start at {@link dev.frontdesk.bench.webhooks.WebhooksBench}. */
@NullMarked
package dev.frontdesk.bench.webhooks;

import org.jspecify.annotations.NullMarked;
