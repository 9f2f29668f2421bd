package dev.frontdesk.channel.telegram;

import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.telegram.Ledger;
import java.util.List;
import java.util.Set;

/** Persons of the contract at a fake Telegram; they have ids that need more than 32 bits. */
abstract class People implements FakeProvider {

    final FakeTelegram telegram = new FakeTelegram().start(0);

    static long chat(String person) {
        return 6_000_000_000L + Math.abs((long) person.hashCode());
    }

    /** The message to whose button somebody points. */
    long messageWith(String person, String data) {
        return telegram.ledger().sentTo(chat(person)).stream()
                .filter(sent -> sent.keyboard().stream()
                        .anyMatch(button -> button.data().equals(data)))
                .map(Ledger.Sent::messageId)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void limit(boolean on) {
        if (on) {
            telegram.failAlways("sendMessage", FakeTelegram.tooMany(3));
        } else {
            telegram.heal();
        }
    }

    @Override
    public List<String> received(String person) {
        return telegram.ledger().sentTo(chat(person)).stream()
                .map(Ledger.Sent::text)
                .toList();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(FakeTelegram.TOKEN, FakeTelegram.TOKEN.substring(7), Some.WEBHOOK_SECRET);
    }

    @Override
    public void close() {
        telegram.close();
    }
}
