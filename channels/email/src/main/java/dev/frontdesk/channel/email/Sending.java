package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.api.channel.Outbound;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails one after the other over one connection that is kept for a while. Safe for use by many threads, who take turns. */
final class Sending implements AutoCloseable {
    private static final Set<String> KINDS = Set.of(
            Content.TEXT,
            Content.RICH,
            Content.IMAGE,
            Content.VIDEO,
            Content.ANIMATION,
            Content.AUDIO,
            Content.VOICE,
            Content.DOCUMENT,
            Content.STICKER);
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final SmtpSettings settings;
    private final Composition composition;
    private final Session session = Servers.composing();
    private final Pace pace;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable SMTPTransport open;
    private long used;

    Sending(SmtpSettings settings, Composition composition, InstantSource clock) {
        this.settings = settings;
        this.composition = composition;
        this.pace = new Pace(clock, settings.perMinute());
    }

    Delivery deliver(Outbound message) throws InterruptedException {
        if (!KINDS.contains(message.content().kind())) {
            return new Delivery.Rejected(
                    Cause.CONTENT, "mail carries no '" + message.content().kind() + "'");
        }
        String to = message.to().identity();
        if (!Addresses.valid(to) || to.endsWith(".invalid")) {
            return new Delivery.Rejected(Cause.UNREACHABLE, "nobody can be written to at this address");
        }
        Outgoing mail;
        try {
            mail = composition.mail(session, message);
        } catch (MessagingException | IOException e) {
            return new Delivery.Rejected(Cause.CONTENT, "no mail could be made of it: " + Servers.said(e));
        }
        var wait = pace.take();
        if (wait.isPresent()) {
            return new Delivery.Later(
                    wait.get(), false, "the account sends " + settings.perMinute() + " mails a minute");
        }
        turn.lockInterruptibly();
        try {
            return send(mail, to);
        } finally {
            turn.unlock();
        }
    }

    private Delivery send(Outgoing mail, String to) {
        SMTPTransport transport;
        try {
            transport = connected();
        } catch (MessagingException | IOException e) {
            drop();
            return Verdicts.ofConnect(e, settings.host());
        }
        try {
            Address[] all = mail.getAllRecipients();
            transport.sendMessage(mail, all);
            used = System.nanoTime();
            return new Delivery.Sent(mail.id());
        } catch (MessagingException e) {
            // A refusal leaves the connection as it was; anything else leaves it in nobody knows what state.
            drop();
            return Verdicts.ofSend(e, to, mail.begun(), mail.id());
        } catch (RuntimeException e) {
            drop();
            throw e;
        }
    }

    /** A kept connection is asked first whether it still is one: a mail that runs into a dead one may have been sent. */
    private SMTPTransport connected() throws MessagingException, IOException {
        var kept = open;
        if (kept != null && System.nanoTime() - used < KEPT.toNanos() && kept.isConnected()) {
            return kept;
        }
        drop();
        var fresh = Servers.connect(settings);
        open = fresh;
        return fresh;
    }

    private void drop() {
        var old = open;
        open = null;
        if (old != null) {
            try {
                old.close();
            } catch (MessagingException e) {
                log.debug("a connection to {} was not closed politely", settings.host(), e);
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }
}
