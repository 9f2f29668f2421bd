package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.automatic.Origin.ReadReceipt;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MessageIds;
import java.util.Locale;
import java.util.Optional;

/** Notes that a mail was opened: RFC 8098. */
final class ReadReceipts {
    private static final String TYPE = "message/disposition-notification";

    private ReadReceipts() {}

    static Optional<ReadReceipt> in(Mail mail) {
        boolean declared = mail.root()
                .type()
                .parameter("report-type")
                .filter("disposition-notification"::equalsIgnoreCase)
                .isPresent();
        var text = Returned.text(mail, TYPE);
        if (!declared && (text.isEmpty() || !mail.root().type().is("multipart"))) {
            return Optional.empty();
        }
        var groups = ReportFields.of(text.orElse(""));
        var disposition = groups.stream()
                .flatMap(group -> group.get("disposition").stream())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        var original = groups.stream()
                .flatMap(group -> group.get("original-message-id").stream())
                .flatMap(id -> MessageIds.all(id).stream())
                .findFirst();
        var recipient = groups.stream()
                .flatMap(group -> group.typed("final-recipient").stream())
                .flatMap(value -> Addresses.first(value).stream())
                .findFirst();
        boolean read = disposition.contains("displayed") || disposition.contains("processed");
        return Optional.of(new ReadReceipt(read, original.or(() -> Returned.id(mail)), recipient));
    }
}
