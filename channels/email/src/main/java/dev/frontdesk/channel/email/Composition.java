package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Participant.Standing;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import com.google.re2j.Pattern;
import java.util.stream.Collectors;

/** Makes a mail of a message: text and HTML from one source, in the thread it answers, and no header that somebody else wrote. */
final class Composition {
    private static final int LONGEST_QUOTE = 20_000;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}");

    private final EmailSettings settings;
    private final ChannelContext context;
    private final Optional<ReplyToken> tokens;
    private final OwnMail own;

    Composition(EmailSettings settings, ChannelContext context, Optional<ReplyToken> tokens, OwnMail own) {
        this.settings = settings;
        this.context = context;
        this.tokens = tokens;
        this.own = own;
    }

    Outgoing mail(Session session, Outbound message) throws MessagingException, IOException {
        var mail = new Outgoing(session, own.id(message.id()));
        var mark = ThreadMark.read(message.to().thread());
        String to = message.to().identity();
        mail.setFrom(address(settings.address(), settings.name().orElse("")));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        if (!message.automatic()) {
            for (Participant who : message.correspondence().participants()) {
                if (who.standing() == Standing.ACTIVE
                        && Addresses.valid(who.identity())
                        && !settings.ours(who.identity())) {
                    mail.addRecipient(Message.RecipientType.CC, address(who.identity(), who.name()));
                }
            }
        }
        var now = context.clock().instant();
        if (tokens.isPresent()) {
            String back = tokens.get().address(settings.address(), message.id(), to, now);
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(back, true)});
        }
        mail.setSubject(mark.answer(subject(message)), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        refer(mail, mark);
        mail.setHeader(OwnMail.LOOP, settings.domain());
        if (message.automatic()) {
            // RFC 3834: who answers this answers a machine, and who sends it back reaches nobody.
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setEnvelopeFrom(settings.smtp().nullSender() ? "<>" : settings.address());
        } else {
            mail.setEnvelopeFrom(settings.address());
        }
        fill(mail, message);
        mail.saveChanges();
        return mail;
    }

    private String subject(Outbound message) {
        return settings.name()
                .map(it -> Addresses.line(it, 100))
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> {
                    String first = Addresses.line(
                            message.content()
                                    .plainText()
                                    .strip()
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                            60);
                    return first.isEmpty() ? settings.address() : first;
                });
    }

    private static void refer(Outgoing mail, ThreadMark mark) throws MessagingException {
        if (!mark.messageId().isEmpty()) {
            mail.setHeader("In-Reply-To", "<" + mark.messageId() + ">");
        }
        var chain = mark.chain();
        if (!chain.isEmpty()) {
            mail.setHeader(
                    "References", chain.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
        }
    }

    private static InternetAddress address(String address, String name) throws MessagingException, IOException {
        var parsed = new InternetAddress(address, true);
        String line = Addresses.line(name, 100);
        if (!line.isEmpty()) {
            parsed.setPersonal(line, StandardCharsets.UTF_8.name());
        }
        return parsed;
    }

    // ---- what it says

    private void fill(Outgoing mail, Outbound message) throws MessagingException, IOException {
        var content = message.content();
        String text = content.plainText() + quoted(message);
        String html = content instanceof Content.Rich rich && !rich.html().isEmpty()
                ? rich.html() + Markup.of(quoted(message))
                : Markup.of(text);
        var both = new MimeMultipart(
                "alternative",
                part(text, "plain"),
                part("<!DOCTYPE html><html><body>" + html + "</body></html>", "html"));
        List<Content.File> files = content.files();
        if (files.isEmpty()) {
            mail.setContent(both);
            return;
        }
        var all = new MimeMultipart("mixed");
        if (!text.isBlank()) {
            var words = new MimeBodyPart();
            words.setContent(both);
            all.addBodyPart(words);
        }
        for (Content.File file : files) {
            all.addBodyPart(file(file, context.attachments()));
        }
        mail.setContent(all);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.replace("\r\n", "\n").replace("\n", "\r\n"), "UTF-8", subtype);
        return part;
    }

    private static MimeBodyPart file(Content.File file, Attachments attachments)
            throws MessagingException, IOException {
        if (!(file instanceof Content.Stored stored)) {
            throw new IOException("the file is not here");
        }
        String declared = stored.mediaType().toLowerCase(java.util.Locale.ROOT);
        // What makes a part more than a file is left to nobody's word.
        boolean plain = MEDIA_TYPE.matcher(declared).matches()
                && !declared.startsWith("message/")
                && !declared.startsWith("multipart/");
        var part = new MimeBodyPart();
        try (var bytes = attachments.open(stored.sha256())) {
            var source = new ByteArrayDataSource(bytes, plain ? declared : "application/octet-stream");
            part.setDataHandler(new DataHandler(source));
        }
        String name = Addresses.line(stored.name().replace('/', '_').replace('\\', '_'), 120);
        part.setFileName(name.isEmpty() ? "file" : name);
        part.setDisposition("attachment");
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Who answers a mail shows what they answer; a machine's answer is short. */
    private String quoted(Outbound message) {
        var last = message.correspondence().last();
        if (message.automatic() || !settings.quote() || last.isEmpty()) {
            return "";
        }
        History.Line line = last.get();
        String text = line.content().plainText().strip();
        if (text.isEmpty()) {
            return "";
        }
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "\n…" : text;
        return "\n\n" + message.to().identity() + ", " + WHEN.format(line.at().atOffset(ZoneOffset.UTC)) + ":\n"
                + cut.lines()
                        .map(it -> it.startsWith(">") ? ">" + it : "> " + it)
                        .collect(Collectors.joining("\n"));
    }
}
