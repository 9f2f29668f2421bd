package dev.frontdesk.bench.faults;

import dev.frontdesk.testkit.telegram.FakeTelegram;

/** Somebody on Telegram. What they write stays there until the bot says it has it. */
record Subscriber(FakeTelegram telegram, long chat) implements Customer {
    @Override
    public boolean says(String text, Patience patience) {
        telegram.enqueueText(chat, chat, "Customer " + chat, text);
        return true;
    }

    @Override
    public boolean hears(String part, Patience patience) throws InterruptedException {
        for (int attempt = 0; patience.left(); attempt++) {
            if (telegram.ledger().sentTo(chat).stream()
                    .anyMatch(sent -> sent.text().contains(part))) {
                return true;
            }
            Thread.sleep(Math.min(500, 20L + attempt * 10L));
        }
        return false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
