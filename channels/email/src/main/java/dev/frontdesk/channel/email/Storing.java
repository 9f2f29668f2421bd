package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Raw;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails over with the cursor that says how far the mailbox was read, and comes back when all of it is stored. */
final class Storing {
    private static final long PAUSE_MILLIS = 1_000;
    private static final Logger log = LoggerFactory.getLogger(Storing.class);

    private final Intake intake;
    private final Reading reading;
    private final long fence;

    Storing(Intake intake, Reading reading, long fence) {
        this.intake = intake;
        this.reading = reading;
        this.fence = fence;
    }

    /**
     * One mail of a mailbox.
     *
     * @param bytes all of it, or its beginning where it is too big
     * @param size what the server says it has
     */
    record Fetched(byte[] bytes, long size) {}

    /** Stores them all or none; tries again for as long as the store is away, for nothing of it may be lost. */
    void store(List<Fetched> mails, Map<String, String> cursors) throws InterruptedException, Intake.StaleLease {
        var items = new ArrayList<Inbound>();
        for (var mail : mails) {
            items.addAll(read(mail));
        }
        while (true) {
            try {
                intake.accept(new Batch(items, cursors, OptionalLong.of(fence)));
                return;
            } catch (Intake.Overloaded e) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private List<Inbound> read(Fetched mail) {
        try {
            return reading.read(mail.bytes(), mail.size());
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("a mail of {} bytes could not be read and is kept as a dead letter", mail.bytes().length, e);
            return List.of(new Inbound.Unreadable(
                    "unread:" + digest(mail.bytes()), "the mail could not be read: " + e, new Raw(mail.bytes())));
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
