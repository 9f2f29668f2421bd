package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.automatic.Origin.FeedbackReport;
import dev.frontdesk.channel.email.mime.Mail;
import java.util.Locale;
import java.util.Optional;

/** Reports of complaints: RFC 5965, and the ones of a provider that came before it. */
final class FeedbackReports {
    private static final String TYPE = "message/feedback-report";

    private FeedbackReports() {}

    static Optional<FeedbackReport> in(Mail mail) {
        boolean declared = mail.root()
                .type()
                .parameter("report-type")
                .filter("feedback-report"::equalsIgnoreCase)
                .isPresent();
        var text = Returned.text(mail, TYPE);
        if (declared || text.isPresent()) {
            return Optional.of(read(mail, text.orElse("")));
        }
        var subject = mail.subject().toLowerCase(Locale.ROOT);
        boolean complaint = subject.startsWith("complaint about message from ") && Returned.has(mail, "message/rfc822");
        return complaint
                ? Optional.of(new FeedbackReport("abuse", Returned.id(mail), Returned.recipient(mail)))
                : Optional.empty();
    }

    private static FeedbackReport read(Mail mail, String text) {
        var groups = ReportFields.of(text);
        var recipient = groups.stream()
                .flatMap(group -> group.get("original-rcpt-to").stream())
                .flatMap(value -> Addresses.first(value).stream())
                .findFirst();
        var type = groups.stream()
                .flatMap(group -> group.get("feedback-type").stream())
                .findFirst()
                .orElse("abuse");
        return new FeedbackReport(
                type.toLowerCase(Locale.ROOT), Returned.id(mail), recipient.or(() -> Returned.recipient(mail)));
    }
}
