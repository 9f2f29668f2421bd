/**
 * A WhatsApp of one's own: an HTTP server that plays Meta's Graph API for one number, and brings signed webhooks, with its people,
 * its faults and a ledger. It needs no JUnit and no Frontdesk. Start at {@link dev.frontdesk.testkit.whatsapp.FakeWhatsApp}.
 */
@NullMarked
package dev.frontdesk.testkit.whatsapp;

import org.jspecify.annotations.NullMarked;
