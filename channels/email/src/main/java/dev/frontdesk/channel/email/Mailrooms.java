package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.channel.email.MailboxSettings.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads all mailboxes of a channel side by side, each on a thread of its own, and tells what is wrong with any of them. */
final class Mailrooms implements Receiver {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<MailboxSettings> mailboxes;
    private final ChannelContext context;
    private final Reading reading;
    private final Map<String, String> problems = new TreeMap<>();

    Mailrooms(List<MailboxSettings> mailboxes, ChannelContext context, Reading reading) {
        this.mailboxes = mailboxes;
        this.context = context;
        this.reading = reading;
    }

    @Override
    public void run(Lease lease) throws InterruptedException, Intake.StaleLease {
        var storing = new Storing(context.intake(), reading, lease.fence());
        var rooms = new ArrayList<Mailroom>();
        mailboxes.forEach(settings -> rooms.add(
                new Mailroom(settings, () -> open(settings, storing), problem -> tell(settings.shown(), problem))));
        try {
            rooms.forEach(Mailroom::start);
            while (lease.beat()) {
                for (var room : rooms) {
                    room.check();
                }
                Thread.sleep(LOOK);
            }
        } finally {
            rooms.forEach(Mailroom::stop);
            for (var room : rooms) {
                room.awaitEnd(Duration.ofSeconds(4));
            }
            forget();
        }
    }

    /** Whoever reads next will tell. */
    private synchronized void forget() {
        if (!problems.isEmpty()) {
            problems.clear();
            context.health(Optional.empty());
        }
    }

    private MailboxReader open(MailboxSettings settings, Storing storing) throws Exception {
        return settings.protocol() == Protocol.IMAP
                ? new ImapReader(settings, context.intake(), storing)
                : new PopReader(settings, context.intake(), storing);
    }

    private synchronized void tell(String mailbox, Optional<String> problem) {
        boolean changed = problem.isPresent()
                ? !problem.get().equals(problems.put(mailbox, problem.get()))
                : problems.remove(mailbox) != null;
        if (changed) {
            context.health(problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems.values())));
        }
    }
}
