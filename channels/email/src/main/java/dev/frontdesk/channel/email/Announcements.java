package dev.frontdesk.channel.email;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second connection on which the server announces new mail (IDLE). It only saves time: the folder is looked at on the first one
 * anyway, so an announcement that never comes, on a connection that is dead without knowing, costs one time between two looks. It is
 * made anew every nine minutes, for servers and routers forget it after ten. Safe for use by two threads.
 */
final class Announcements implements AutoCloseable {
    private static final Duration RENEW = Duration.ofMinutes(9);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    private final MailboxSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicReference<Line> line = new AtomicReference<>(Line.NONE);
    private volatile boolean closed;
    private final Thread listener;
    private volatile long since = System.nanoTime();

    /** What is open, to be cut from outside. */
    private record Line(Runnable cut) {
        static final Line NONE = new Line(() -> {});
    }

    Announcements(MailboxSettings settings) {
        this.settings = settings;
        listener = Thread.ofVirtual().name("idle-" + settings.user()).start(this::listen);
    }

    /** Until something is announced, at most so long. */
    void await(Duration most) throws InterruptedException {
        if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
        if (System.nanoTime() - since > RENEW.toNanos()) {
            since = System.nanoTime();
            line.getAndSet(Line.NONE).cut().run();
        }
    }

    private void listen() {
        while (!closed) {
            try {
                hear();
            } catch (MessagingException | IOException | RuntimeException e) {
                log.debug("mailbox {}: the announcements broke off: {}", settings.shown(), e.toString());
            }
            try {
                if (!closed) {
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear() throws MessagingException, IOException {
        try (var store = Servers.open(settings);
                var folder = (IMAPFolder) store.getFolder(settings.folder())) {
            folder.open(Folder.READ_ONLY);
            folder.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent e) {
                    bell.release();
                }
            });
            line.set(new Line(() -> cut(folder)));
            since = System.nanoTime();
            bell.release(); // what came while nobody listened
            while (!closed && folder.isOpen()) {
                folder.idle(true);
                bell.release();
            }
        } finally {
            line.set(Line.NONE);
        }
    }

    /** On a thread of its own, for a connection that does not answer may not be closed in good time. */
    static void cut(IMAPFolder folder) {
        Thread.ofVirtual().name("cut").start(() -> {
            try {
                folder.forceClose();
            } catch (MessagingException | RuntimeException e) {
                log.debug("an announcing connection was cut", e);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        line.getAndSet(Line.NONE).cut().run();
        listener.interrupt();
    }
}
