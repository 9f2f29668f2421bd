package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.automatic.Origin.Bounce;
import dev.frontdesk.channel.email.automatic.Origin.Outcome;
import dev.frontdesk.channel.email.automatic.Origin.Recipient;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.Mailbox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Bounces in the words of their servers, with nothing for programs to read. */
final class PlainBounces {
    private static final int MOST = 100;
    private static final int LONGEST = 20_000;

    private static final List<String> SERVERS = List.of(
            "mailer-daemon",
            "mailer_daemon",
            "mailerdaemon",
            "postmaster",
            "post_master",
            "mail-daemon",
            "maildaemon",
            "mail.delivery.system",
            "mail delivery sub",
            "mail delivery system",
            "mail deliver system",
            "mail administrator");
    private static final List<String> SUBJECTS = List.of(
            "undeliver",
            "delivery status notification",
            "delivery failure",
            "delivery failed",
            "delivery has failed",
            "failure notice",
            "returned mail",
            "returned to sender",
            "returning message to sender",
            "mail delivery fail",
            "mail failure",
            "non-delivery",
            "nondeliver",
            "not delivered",
            "could not be delivered",
            "couldn't be delivered",
            "failure delivery",
            "delivery error",
            "delivery problem",
            "delivery delayed",
            "delayed mail",
            "mail system error",
            "error sending your mail",
            "mail delivery status",
            "permanent delivery failure",
            "message delivery",
            "unzustellbar",
            "nicht zugestellt",
            "nicht zustellbar",
            "zustellung",
            "non remis",
            "échec de",
            "non distribu",
            "non recapitabile",
            "mancato recapito",
            "no se pudo entregar",
            "no entregado",
            "no se ha podido entregar",
            "não entregue",
            "não foi possível entregar",
            "onbestelbaar",
            "niet bezorgd",
            "oleverbar",
            "kunde inte levereras",
            "kunne ikke leveres",
            "не доставлен",
            "недоставлен",
            "не может быть доставлен",
            "невозможно доставить",
            "niedostarczone",
            "nie dostarczono",
            "nedoručitelné",
            "配信できません",
            "配信不能",
            "送信できません",
            "エラーメール",
            "退信",
            "投递失败",
            "无法投递");
    private static final List<String> DELAYS = List.of(
            "delayed",
            "(delay)",
            "warning: message",
            "still being retried",
            "will be retried",
            "will keep trying",
            "not yet been delivered",
            "notification: warning",
            "verzögert",
            "retardé");
    private static final List<String> ENDS = List.of(
            "original message",
            "message header",
            "headers of the message",
            "copy of the message",
            "copy of your message",
            "below this line",
            "returned message",
            "unsent message",
            "message headers follow",
            "received: ");

    private PlainBounces() {}

    /** @param reported whether the mail has the form of a report all the same */
    static Optional<Bounce> in(Mail mail, boolean reported) {
        var subject = mail.subject().toLowerCase(Locale.ROOT);
        boolean failed = mail.headers().has("X-Failed-Recipients");
        boolean server = fromServer(mail);
        boolean named =
                SUBJECTS.stream().anyMatch(subject::contains) || DELAYS.stream().anyMatch(subject::contains);
        var words = words(mail);
        boolean answered = subject.startsWith("re:") || subject.startsWith("fwd:") || subject.startsWith("fw:");
        boolean said =
                server && (Status.in(words).isPresent() || Status.reply(words).isPresent() || phrase(words));
        if (!reported && !failed && !said && !(named && (server || nullSender(mail)) && !answered)) {
            return Optional.empty();
        }
        return Optional.of(bounce(mail, subject, words));
    }

    /** Whether the sender calls itself a mail server. */
    static boolean fromServer(Mail mail) {
        var from = mail.headers().text("From").orElse("").toLowerCase(Locale.ROOT);
        var sender = mail.headers().first("Return-Path").orElse("").toLowerCase(Locale.ROOT);
        return SERVERS.stream().anyMatch(from::contains)
                || SERVERS.stream().limit(4).anyMatch(sender::contains);
    }

    static boolean nullSender(Mail mail) {
        return mail.headers()
                .first("Return-Path")
                .map(path -> path.replace(" ", "").equals("<>"))
                .orElse(false);
    }

    private static boolean phrase(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        return SUBJECTS.stream().anyMatch(lower::contains);
    }

    private static Bounce bounce(Mail mail, String subject, String words) {
        boolean delayed = DELAYS.stream().anyMatch(subject::contains);
        var status = Status.in(words)
                .or(() -> Status.reply(words).map(code -> code.charAt(0) + ".0.0"))
                .orElse("");
        var why = sentence(words);
        var recipients = new ArrayList<Recipient>();
        for (var address : addresses(mail, words)) {
            boolean hard = !delayed && Status.hard(status, words);
            recipients.add(new Recipient(address, delayed ? Outcome.DELAYED : Outcome.FAILED, status, hard, why));
        }
        if (recipients.isEmpty()) {
            recipients.add(new Recipient("", delayed ? Outcome.DELAYED : Outcome.FAILED, status, false, why));
        }
        return new Bounce(recipients, Returned.id(mail), why);
    }

    /** Whom it names, else the address the returned mail went to. */
    private static Set<String> addresses(Mail mail, String words) {
        Set<String> found = new LinkedHashSet<>();
        mail.headers().all("X-Failed-Recipients").stream()
                .flatMap(value -> dev.frontdesk.channel.email.mime.Mailboxes.read(value, MOST).stream())
                .map(Mailbox::address)
                .forEach(found::add);
        if (!found.isEmpty()) {
            return found;
        }
        for (var line : words.split("\n")) {
            var bare = line.strip();
            boolean introduced = bare.startsWith("<")
                    || bare.endsWith(":")
                    || bare.toLowerCase(Locale.ROOT).startsWith("to:")
                    || bare.indexOf(' ') < 0
                    || bare.toLowerCase(Locale.ROOT).startsWith("rcpt");
            if (introduced && found.size() < MOST) {
                Addresses.in(bare).filter(address -> !own(mail, address)).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            Returned.recipient(mail).ifPresent(found::add);
        }
        return found;
    }

    /** The report names its sender and whom it goes to, too. */
    private static boolean own(Mail mail, String address) {
        return mail.from().stream().anyMatch(from -> from.address().equalsIgnoreCase(address))
                || mail.to().stream().anyMatch(to -> to.address().equalsIgnoreCase(address));
    }

    /** What the server says, up to the mail it brings back. */
    private static String words(Mail mail) {
        var text = mail.text().substring(0, Math.min(mail.text().length(), LONGEST));
        var words = new StringBuilder();
        for (var line : text.split("\n")) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (words.length() > 100
                    && ENDS.stream().anyMatch(lower::contains)
                    && (lower.contains("--") || lower.contains("received: "))) {
                break;
            }
            words.append(line).append('\n');
        }
        return words.toString();
    }

    /** The line with the reason. */
    private static String sentence(String words) {
        for (var line : words.split("\n")) {
            if (Status.in(line).isPresent() || Status.reply(line).isPresent()) {
                return line.strip().substring(0, Math.min(line.strip().length(), 300));
            }
        }
        return words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
