package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Intake;
import jakarta.mail.AuthenticationFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one mailbox read: connects, looks, waits, and begins anew whatever breaks or stands still. Safe for use by two threads. */
final class Mailroom {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A look at a mailbox with a long way to go stores a batch now and then; without that for so long it hangs. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** Connects. */
    interface Opening {
        MailboxReader open() throws Exception;
    }

    private final MailboxSettings settings;
    private final Opening opening;
    private final Consumer<Optional<String>> health;
    private final AtomicReference<@Nullable MailboxReader> reader = new AtomicReference<>();
    private final AtomicReference<Intake.@Nullable StaleLease> stale = new AtomicReference<>();
    private volatile long alive = System.nanoTime();
    private volatile boolean over;
    private @Nullable Thread thread;

    Mailroom(MailboxSettings settings, Opening opening, Consumer<Optional<String>> health) {
        this.settings = settings;
        this.opening = opening;
        this.health = health;
    }

    void start() {
        thread = Thread.ofVirtual().name("mailbox-" + settings.user()).start(this::keep);
    }

    /** Throws once another node reads; cuts a connection on which nothing moves any more. */
    void check() throws Intake.StaleLease {
        var refused = stale.get();
        if (refused != null) {
            throw refused;
        }
        if (System.nanoTime() - alive > SILENCE.plus(settings.poll()).toNanos()) {
            alive = System.nanoTime();
            health.accept(Optional.of("mailbox " + settings.shown() + ": nothing moved for " + SILENCE.toSeconds()
                    + " s, the connection is made anew"));
            cut();
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!over) {
            try {
                read();
                pause = FIRST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (Intake.StaleLease e) {
                stale.set(e);
                return;
            } catch (Exception e) {
                if (over) {
                    return;
                }
                health.accept(Optional.of(problem(e)));
            }
            alive = System.nanoTime();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void read() throws Exception {
        try (var open = opening.open()) {
            reader.set(open);
            while (!over) {
                open.look();
                alive = System.nanoTime();
                health.accept(Optional.empty());
                open.await();
            }
        } finally {
            reader.set(null);
        }
    }

    private String problem(Exception e) {
        String what = "mailbox " + settings.shown() + ": ";
        var unprotected = Trust.problem(e, settings.host());
        if (unprotected.isPresent()) {
            return what + unprotected.get() + "; it is tried again every minute.";
        }
        return e instanceof AuthenticationFailedException
                ? what + "the server refuses the account (" + Servers.said(e)
                        + "). Check its password or access token; it is tried again every minute."
                : what + "cannot be read (" + Servers.said(e) + "). It is tried again every minute.";
    }

    private void cut() {
        var open = reader.get();
        if (open != null) {
            open.cut();
        }
    }

    void stop() {
        over = true;
        cut();
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    void awaitEnd(Duration most) throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.join(most);
        }
    }
}
