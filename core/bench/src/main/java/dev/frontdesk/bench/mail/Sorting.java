package dev.frontdesk.bench.mail;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.bench.mail.MailBench.Letter;
import dev.frontdesk.channel.email.automatic.Origin;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MailReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;

/** Brings mails to the channel one by one, and looks what the store has of each. */
final class Sorting {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Office office;
    private final Optional<Expectations> expectations;
    private final MailReader reader = new MailReader();
    private final Tally tally = new Tally();

    Sorting(Office office, Optional<Expectations> expectations) {
        this.office = office;
        this.expectations = expectations;
    }

    Tally sorted(List<Letter> letters) throws Exception {
        // What the machine learns at the first of them is no mail's cost.
        letters.forEach(letter -> reader.read(letter.bytes()));
        for (var letter : letters) {
            tally.files++;
            sort(letter);
        }
        long missing = tally.messages + tally.automatic + tally.bounces - office.stored();
        if (missing > 0) {
            tally.lost += missing;
            tally.odd("the store", "has " + missing + " fewer messages than came");
        }
        return tally;
    }

    private void sort(Letter letter) throws Exception {
        try {
            long begin = CPU.getCurrentThreadCpuTime();
            var items = office.read(letter.bytes());
            double millis = (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
            tally.maxCpuMillis = Math.max(tally.maxCpuMillis, millis);
            var mail = reader.read(letter.bytes());
            count(letter, mail, items);
            mail.notes().forEach(note -> tally.odd(letter.name(), note));
            expectations.ifPresent(folder -> compare(folder, letter, mail));
            take(letter, items);
        } catch (RuntimeException | StackOverflowError e) {
            tally.exceptions++;
            tally.odd(letter.name(), "threw " + e);
        }
    }

    private void count(Letter letter, Mail mail, List<Inbound> items) {
        var origin = Origin.of(mail);
        switch (origin) {
            case Origin.Person() -> tally.messages++;
            case Origin.Bounce _ -> tally.bounces++;
            case Origin.Automatic _, Origin.FeedbackReport _, Origin.ReadReceipt _ -> tally.automatic++;
        }
        boolean automatic = items.stream()
                .anyMatch(item -> item instanceof Inbound.Message message
                        && message.details().automatic().isPresent());
        if (automatic == origin instanceof Origin.Person) {
            tally.odd(letter.name(), "is " + origin + " and was not handed over as that");
        }
        if (mail.from().isEmpty()) {
            tally.odd(letter.name(), "has no sender that can be read");
        }
        if (mail.text().isBlank() && mail.html().isBlank() && mail.attachments().isEmpty()) {
            tally.odd(letter.name(), "says nothing");
        }
    }

    private void take(Letter letter, List<Inbound> items) throws Exception {
        boolean whole = items.stream().anyMatch(item -> item instanceof Inbound.Message);
        for (var accepted : office.accept(items)) {
            if (accepted == Accepted.DUPLICATE) {
                tally.odd(letter.name(), "was there before");
                office.known();
            }
            whole &= accepted != Accepted.DEAD_LETTER;
        }
        if (!whole) {
            tally.lost++;
            tally.odd(letter.name(), "was not stored as a message");
        }
    }

    private void compare(Expectations folder, Letter letter, Mail mail) {
        folder.of(letter.name()).ifPresent(expected -> {
            tally.described++;
            var parts = Expectations.of(mail.root());
            if (parts.equals(expected)) {
                tally.alike++;
            } else {
                tally.odd(letter.name(), "has other parts\n  expected " + expected + "\n  read     " + parts);
            }
        });
    }
}
