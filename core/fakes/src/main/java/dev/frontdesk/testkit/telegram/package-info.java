/**
 * A Telegram of one's own: an HTTP server that plays the Bot API, with its people, its faults and a ledger. It needs no JUnit and no
 * Frontdesk. Start at {@link dev.frontdesk.testkit.telegram.FakeTelegram}.
 */
@NullMarked
package dev.frontdesk.testkit.telegram;

import org.jspecify.annotations.NullMarked;
