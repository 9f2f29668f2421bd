package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.channel.email.MailboxSettings.Start;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a POP3 mailbox, by the unique names of its mails (UIDL). The names that were there the last time are the cursor, stored with
 * the mails. A POP3 server shows what was there when the connection began, so each look is a connection of its own.
 */
final class PopReader implements MailboxReader {
    private static final int MOST_MAILS = 20;
    private static final String NOTHING = "-";
    private static final Logger log = LoggerFactory.getLogger(PopReader.class);

    private final MailboxSettings settings;
    private final Intake intake;
    private final Storing storing;
    private volatile boolean cut;

    PopReader(MailboxSettings settings, Intake intake, Storing storing) {
        this.settings = settings;
        this.intake = intake;
        this.storing = storing;
    }

    @Override
    public void look() throws MessagingException, IOException, InterruptedException, Intake.StaleLease {
        try (Store store = Servers.open(settings);
                var folder = (POP3Folder) store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            Message[] all = folder.getMessages();
            var profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(all, profile);
            take(folder, all);
        }
    }

    private void take(POP3Folder folder, Message[] all)
            throws MessagingException, IOException, InterruptedException, Intake.StaleLease {
        var before = intake.cursor(settings.key());
        var names = new ArrayList<String>();
        for (Message message : all) {
            String name = folder.getUID(message);
            names.add(name == null ? "" : name);
        }
        if (before.isEmpty() && settings.start() == Start.NOW) {
            storing.store(List.of(), cursor(new LinkedHashSet<>(names)));
            return;
        }
        var known = new LinkedHashSet<>(List.of(before.orElse(NOTHING).split(" ")));
        var here = new HashSet<>(names);
        boolean fewer = known.retainAll(here);
        var batch = new ArrayList<Storing.Fetched>();
        for (int i = 0; i < all.length && !cut; i++) {
            if (names.get(i).isEmpty() || !known.add(names.get(i))) {
                continue;
            }
            batch.add(fetch((POP3Message) all[i]));
            if (batch.size() == MOST_MAILS) {
                storing.store(batch, cursor(known));
                batch.clear();
            }
        }
        if (!batch.isEmpty() || fewer) {
            storing.store(batch, cursor(known));
        }
    }

    private static Storing.Fetched fetch(POP3Message message) throws MessagingException, IOException {
        int size = message.getSize();
        try (var stream = Size.tooBig(size) ? message.top(1_000) : message.getMimeStream()) {
            return new Storing.Fetched(
                    stream.readNBytes(Size.tooBig(size) ? Size.EXCERPT : Size.MOST + 1), Math.max(size, 0));
        } finally {
            message.invalidate(true);
        }
    }

    private Map<String, String> cursor(Set<String> names) {
        var written = new LinkedHashSet<>(names);
        written.remove("");
        return Map.of(settings.key(), written.isEmpty() ? NOTHING : String.join(" ", written));
    }

    @Override
    public void await() throws InterruptedException {
        Thread.sleep(settings.poll());
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void close() {
        log.debug("mailbox {}: no longer read", settings.shown());
    }
}
