package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.channel.email.MailboxSettings.Afterwards;
import dev.frontdesk.channel.email.MailboxSettings.Start;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a folder by the numbers of its mails. How far it came is stored with the mails, in one transaction; flags are for people and
 * say nothing. A folder whose numbers are void is read again from two days before its newest mail, and what is known is known.
 */
final class ImapReader implements MailboxReader {
    /** Clocks and time zones of servers, and mails that were long on their way. */
    private static final Duration WINDOW = Duration.ofDays(2);

    private static final int MOST_MAILS = 20;
    private static final long MOST_BYTES = 8L << 20;
    private static final Logger log = LoggerFactory.getLogger(ImapReader.class);

    private final MailboxSettings settings;
    private final Intake intake;
    private final Storing storing;
    private final Store store;
    private final IMAPFolder folder;
    private final Announcements announcements;

    ImapReader(MailboxSettings settings, Intake intake, Storing storing) throws MessagingException, IOException {
        this.settings = settings;
        this.intake = intake;
        this.storing = storing;
        store = Servers.open(settings);
        try {
            folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(settings.afterwards() == Afterwards.LEAVE ? Folder.READ_ONLY : Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
        announcements = new Announcements(settings);
    }

    @Override
    public void look() throws MessagingException, IOException, InterruptedException, Intake.StaleLease {
        long validity = folder.getUIDValidity();
        var before = intake.cursor(settings.key()).map(Progress::read);
        if (before.isEmpty() && settings.start() == Start.NOW) {
            begin(validity);
            return;
        }
        folder.doCommand(protocol -> {
            protocol.simpleCommand("NOOP", null);
            return Boolean.TRUE;
        });
        boolean known = before.isPresent() && before.get().validity() == validity;
        if (before.isPresent() && !known) {
            log.info(
                    "mailbox {}: its numbers are void; what came since {} is looked at again",
                    settings.shown(),
                    new Date(before.get().date()).toInstant());
        }
        var found = known
                ? since(before.get().uid())
                : before.isPresent() ? arrivedSince(before.get().date()) : List.of(folder.getMessages());
        take(
                found,
                known
                        ? before.get()
                        : new Progress(validity, 0, before.map(Progress::date).orElse(0L)));
    }

    /** With the next mail: nobody wants answers to what lies here since years. */
    private void begin(long validity) throws MessagingException, InterruptedException, Intake.StaleLease {
        long next = folder.getUIDNext();
        long last = next > 0
                ? next - 1
                : folder.getMessageCount() == 0 ? 0 : folder.getUID(folder.getMessage(folder.getMessageCount()));
        storing.store(List.of(), cursor(new Progress(validity, last, System.currentTimeMillis())));
    }

    /** A server always names the last mail, be it new or not. */
    private List<Message> since(long uid) throws MessagingException {
        var found = new ArrayList<Message>();
        for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > uid) {
                found.add(message);
            }
        }
        return found;
    }

    private List<Message> arrivedSince(long date) throws MessagingException {
        var from = new Date(date - WINDOW.toMillis());
        return Arrays.asList(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, from)));
    }

    private void take(List<Message> found, Progress from)
            throws MessagingException, IOException, InterruptedException, Intake.StaleLease {
        if (found.isEmpty()) {
            return;
        }
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        for (int begin = 0; begin < found.size(); begin += 500) {
            var some = found.subList(begin, Math.min(found.size(), begin + 500));
            folder.fetch(some.toArray(Message[]::new), profile);
        }
        record Numbered(Message message, long uid) {}
        var inOrder = new ArrayList<Numbered>();
        for (Message message : found) {
            if (!message.isExpunged()) {
                inOrder.add(new Numbered(message, folder.getUID(message)));
            }
        }
        inOrder.sort(Comparator.comparingLong(Numbered::uid));
        var progress = from;
        var batch = new ArrayList<Storing.Fetched>();
        var messages = new ArrayList<Message>();
        long bytes = 0;
        for (var next : inOrder) {
            var mail = fetch((IMAPMessage) next.message());
            progress = new Progress(from.validity(), next.uid(), Math.max(progress.date(), arrived(next.message())));
            if (mail.isPresent()) {
                batch.add(mail.get());
                messages.add(next.message());
                bytes += mail.get().bytes().length;
            }
            if (batch.size() >= MOST_MAILS || bytes >= MOST_BYTES) {
                store(batch, messages, progress);
                bytes = 0;
            }
        }
        store(batch, messages, progress);
    }

    /** Empty for one that is gone meanwhile: somebody else took it out of the folder. */
    private static Optional<Storing.Fetched> fetch(IMAPMessage message) throws MessagingException, IOException {
        long size = message.getSize();
        message.setPeek(true);
        try (var stream = message.getMimeStream()) {
            byte[] bytes = Size.tooBig(size) ? stream.readNBytes(Size.EXCERPT) : stream.readNBytes(Size.MOST + 1);
            return bytes.length == 0 && size > 0
                    ? Optional.empty()
                    : Optional.of(new Storing.Fetched(bytes, Math.max(size, bytes.length)));
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (message.isExpunged() || String.valueOf(e.getMessage()).contains("expunged")) {
                return Optional.empty();
            }
            throw e;
        } finally {
            message.invalidateHeaders();
        }
    }

    private static long arrived(Message message) throws MessagingException {
        var date = message.getReceivedDate();
        return date == null ? 0 : date.getTime();
    }

    private void store(List<Storing.Fetched> batch, List<Message> messages, Progress progress)
            throws InterruptedException, Intake.StaleLease {
        storing.store(batch, cursor(progress));
        batch.clear();
        tidy(messages);
        messages.clear();
    }

    /** After the commit, and of no consequence: whoever looks into the mailbox sees what is done. */
    private void tidy(List<Message> messages) {
        if (messages.isEmpty() || settings.afterwards() == Afterwards.LEAVE) {
            return;
        }
        try {
            var all = messages.toArray(Message[]::new);
            if (settings.afterwards() == Afterwards.SEEN) {
                folder.setFlags(all, new Flags(Flags.Flag.SEEN), true);
                return;
            }
            var target = store.getFolder(settings.moveTo());
            folder.copyMessages(all, target);
            folder.setFlags(all, new Flags(Flags.Flag.DELETED), true);
            folder.expunge(all);
        } catch (MessagingException e) {
            log.warn(
                    "mailbox {}: {} mails are stored but could not be {}: {}",
                    settings.shown(),
                    messages.size(),
                    settings.afterwards() == Afterwards.SEEN
                            ? "marked as read"
                            : "moved to '" + settings.moveTo() + "'",
                    e.getMessage());
        }
    }

    private Map<String, String> cursor(Progress progress) {
        return Map.of(settings.key(), progress.written());
    }

    @Override
    public void await() throws InterruptedException {
        announcements.await(settings.poll());
    }

    @Override
    public void cut() {
        announcements.close();
        Announcements.cut(folder);
    }

    @Override
    public void close() {
        announcements.close();
        try {
            folder.close(false);
        } catch (MessagingException | RuntimeException e) {
            log.debug("mailbox {}: not closed politely", settings.shown(), e);
        }
        try {
            store.close();
        } catch (MessagingException e) {
            log.debug("mailbox {}: not closed politely", settings.shown(), e);
        }
    }
}
