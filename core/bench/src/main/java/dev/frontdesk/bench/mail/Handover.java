package dev.frontdesk.bench.mail;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.channel.email.automatic.Origin;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MailReader;
import dev.frontdesk.channel.email.mime.Mailbox;
import dev.frontdesk.channel.email.reply.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of a mail what the core is told, each mail a message of its own. */
final class Handover {
    private final Attachments attachments;
    private final MailReader reader = new MailReader();
    private int number;

    Handover(Attachments attachments) {
        this.attachments = attachments;
    }

    List<Inbound> read(byte[] bytes) {
        var mail = reader.read(bytes);
        var why =
                switch (Origin.of(mail)) {
                    case Origin.Person() -> Optional.<String>empty();
                    case Origin.Automatic automatic -> Optional.of(automatic.why());
                    case Origin.Bounce _ -> Optional.of("a bounce");
                    case Origin.FeedbackReport _ -> Optional.of("a report");
                    case Origin.ReadReceipt _ -> Optional.of("a receipt");
                };
        var letter =
                new Details.Letter(Optional.of(mail.subject()), mail.messageId(), why, Optional.empty(), List.of());
        var from = mail.from().stream().findFirst().map(Mailbox::address).orElse("nobody@unknown.invalid");
        return List.of(new Inbound.Message(
                "mail:" + number++,
                Address.of(from),
                content(mail),
                Details.none().withLetter(letter),
                new Raw(bytes)));
    }

    private Content content(Mail mail) {
        var files = new ArrayList<Content.File>();
        for (var attachment : mail.attachments()) {
            try (var bytes = attachment.open()) {
                files.add(attachments.put(attachment.name(), attachment.mediaType(), bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var reply = Reply.of(mail.text());
        return new Content.Rich(reply.text(), mail.html(), reply.trimmed() ? mail.text() : "", files);
    }
}
