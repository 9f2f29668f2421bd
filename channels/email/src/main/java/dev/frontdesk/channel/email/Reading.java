package dev.frontdesk.channel.email;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.channel.email.Belonging.Place;
import dev.frontdesk.channel.email.automatic.Origin;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MailReader;
import dev.frontdesk.channel.email.mime.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes of a mail's bytes what the core is told: a message in somebody's thread, and what became of mails of ours. */
final class Reading {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** For a mail that names nobody: kept, and never answered. */
    private static final Mailbox NOBODY = new Mailbox("", "nobody@unknown.invalid");

    private final EmailSettings settings;
    private final ChannelContext context;
    private final Belonging belonging;
    private final OwnMail own;
    private final Function<byte[], Mail> reader;
    private final Watch watch;

    Reading(EmailSettings settings, ChannelContext context, Belonging belonging, OwnMail own) {
        this(settings, context, belonging, own, new MailReader()::read, new Watch(LONGEST));
    }

    Reading(
            EmailSettings settings,
            ChannelContext context,
            Belonging belonging,
            OwnMail own,
            Function<byte[], Mail> reader,
            Watch watch) {
        this.settings = settings;
        this.context = context;
        this.belonging = belonging;
        this.own = own;
        this.reader = reader;
        this.watch = watch;
    }

    /** @param size what the server says the whole mail has; more than there are bytes where only its beginning was fetched */
    List<Inbound> read(byte[] bytes, long size) {
        record Read(Mail mail, Origin origin) {}
        var read = watch.within(() -> {
            Mail mail = reader.apply(bytes);
            return new Read(mail, Origin.of(mail));
        });
        Mail mail = read.mail();
        var arrived = new Arrived(mail, size, key(mail, bytes), new Raw(bytes), sender(mail));
        return switch (read.origin()) {
            case Origin.Person() -> person(arrived);
            case Origin.Automatic(var _, var why) -> List.of(automatic(arrived, why));
            case Origin.Bounce bounce -> bounce(arrived, bounce);
            case Origin.FeedbackReport(var type, var original, var _) ->
                about(arrived, original, "a report of " + type);
            case Origin.ReadReceipt receipt -> receipt(arrived, receipt);
        };
    }

    /** A mail on its way in. */
    private record Arrived(Mail mail, long size, String id, Raw raw, Mailbox from) {}

    private List<Inbound> person(Arrived in) {
        var loop = own.loop(in.mail(), in.from().address());
        if (loop.isPresent()) {
            return List.of(automatic(in, loop.get()));
        }
        Mail mail = in.mail();
        Place place = belonging.of(mail, identity(in.from()), in.from().name());
        var check = Senders.check(mail, in.from(), settings.authservId());
        boolean verified = check.filter(it -> it.finding() == SenderCheck.Finding.CONFIRMED)
                .isPresent();
        var letter = new Details.Letter(
                Optional.of(mail.subject()).filter(it -> !it.isEmpty()),
                mail.messageId(),
                Optional.empty(),
                place.writer(),
                others(mail, place, verified || place.proven()),
                check);
        var details = Details.none()
                .withMore(new Value.Fields(Map.of("verified", Value.of(verified))))
                .withLetter(letter);
        if (mail.date().isPresent()) {
            details = details.withSentAt(sane(mail.date().get()));
        }
        if (!in.from().name().isBlank() && place.writer().isEmpty()) {
            details = details.withName(in.from().name());
        }
        return List.of(message(in, place.identity(), details));
    }

    /** Kept in the thread of whoever it says it is from. */
    private Inbound.Message automatic(Arrived in, String why) {
        return automatic(in, identity(in.from()), why);
    }

    private Inbound.Message automatic(Arrived in, String thread, String why) {
        var letter = new Details.Letter(
                Optional.of(in.mail().subject()).filter(it -> !it.isEmpty()),
                in.mail().messageId(),
                Optional.of(why),
                Optional.empty(),
                List.of());
        return message(in, thread, Details.none().withLetter(letter));
    }

    private Inbound.Message message(Arrived in, String identity, Details details) {
        var mark = new ThreadMark(
                in.mail().subject(), in.mail().messageId().orElse(""), in.mail().references());
        var content = new Contents(context.attachments()).of(in.mail(), in.size());
        return new Inbound.Message(in.id(), new Address(identity, mark.written()), content, details, in.raw());
    }

    // ---- what became of mails of ours; whatever it says may be forged, so it marks and does nothing else

    private List<Inbound> bounce(Arrived in, Origin.Bounce bounce) {
        String why = "a bounce: " + bounce.why();
        var ours = bounce.original().flatMap(own::message);
        var to = ours.flatMap(context.history()::addressee);
        if (ours.isEmpty() || to.isEmpty()) {
            return List.of(automatic(in, why));
        }
        var all = new ArrayList<Inbound>(List.of(automatic(in, to.get().identity(), why)));
        // Copies may fail while the mail itself arrived.
        var recipient = bounce.recipients().stream()
                .filter(it -> it.address().isEmpty()
                        || it.address().equalsIgnoreCase(to.get().identity()))
                .findFirst();
        if (recipient.isEmpty() && !bounce.recipients().isEmpty()) {
            return all;
        }
        boolean delivered = recipient.isPresent() && recipient.get().outcome() == Origin.Outcome.DELIVERED;
        if (bounce.failed() || delivered) {
            all.add(report(
                    in,
                    bounce.original().get(),
                    delivered ? Inbound.State.DELIVERED : Inbound.State.FAILED,
                    bounce.why()));
        }
        if (bounce.failed() && recipient.isPresent() && recipient.get().hard()) {
            all.add(new Inbound.Reach(
                    in.id() + ":reach",
                    Address.of(to.get().identity()),
                    false,
                    recipient.get().why(),
                    in.raw()));
        }
        return all;
    }

    private List<Inbound> receipt(Arrived in, Origin.ReadReceipt receipt) {
        var all = new ArrayList<>(about(in, receipt.original(), "a read receipt"));
        boolean ours = receipt.original().flatMap(own::message).isPresent();
        if (ours && receipt.read()) {
            all.add(report(in, receipt.original().get(), Inbound.State.READ, ""));
        }
        return all;
    }

    private List<Inbound> about(Arrived in, Optional<String> original, String why) {
        var to = original.flatMap(own::message).flatMap(context.history()::addressee);
        return List.of(automatic(in, to.map(Address::identity).orElse(identity(in.from())), why));
    }

    private Inbound.Report report(Arrived in, String messageId, Inbound.State state, String why) {
        return new Inbound.Report(
                in.id() + ":report",
                Optional.of(messageId),
                own.message(messageId),
                state,
                context.clock().instant(),
                Addresses.line(why, 300),
                in.raw());
    }

    private List<Participant> others(Mail mail, Place place, boolean trusted) {
        var standing = trusted ? Participant.Standing.ACTIVE : Participant.Standing.PENDING;
        var others = new LinkedHashMap<String, Participant>();
        Stream.concat(mail.to().stream(), mail.cc().stream())
                .filter(it -> Addresses.valid(it.address()) && !settings.ours(it.address()))
                .forEach(it -> others.putIfAbsent(identity(it), new Participant(identity(it), it.name(), standing)));
        others.remove(place.identity());
        place.writer().ifPresent(writer -> others.remove(writer.identity()));
        return List.copyOf(others.values());
    }

    private static Mailbox sender(Mail mail) {
        return Stream.of(mail.from().stream(), mail.sender().stream(), mail.replyTo().stream())
                .flatMap(it -> it)
                .findFirst()
                .orElse(NOBODY);
    }

    static String identity(Mailbox mailbox) {
        return mailbox.address().toLowerCase(Locale.ROOT);
    }

    /** Clocks of senders may be anywhere; nothing was sent long after now or before there was mail. */
    private Instant sane(Instant date) {
        Instant now = context.clock().instant();
        return date.isAfter(now) || date.isBefore(Instant.EPOCH) ? now : date;
    }

    /** The same mail in two mailboxes, or under a new number, is one; another one with its Message-ID is not. */
    private static String key(Mail mail, byte[] bytes) {
        var all = new StringBuilder();
        all.append(mail.messageId().orElse("")).append('\n');
        all.append(mail.date().map(Instant::toString).orElse("")).append('\n');
        mail.from().forEach(it -> all.append(it.address()).append(' '));
        all.append('\n')
                .append(mail.subject())
                .append('\n')
                .append(mail.text())
                .append('\n')
                .append(mail.html());
        mail.attachments()
                .forEach(it -> all.append('\n')
                        .append(it.name())
                        .append(' ')
                        .append(it.part().body().size()));
        if (mail.messageId().isEmpty() && mail.date().isEmpty()) {
            // A device that says the same twice means it twice.
            all.append('\n').append(Storing.digest(bytes));
        }
        return "mail:" + Storing.digest(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
