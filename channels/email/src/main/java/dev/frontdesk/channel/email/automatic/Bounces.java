package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.automatic.Origin.Bounce;
import dev.frontdesk.channel.email.automatic.Origin.Outcome;
import dev.frontdesk.channel.email.automatic.Origin.Recipient;
import dev.frontdesk.channel.email.mime.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports on the delivery of a mail: RFC 3464. What comes without its fields is left to {@link PlainBounces}. */
final class Bounces {
    private static final int MOST = 1_000;

    private Bounces() {}

    static Optional<Bounce> in(Mail mail) {
        var status = Returned.text(mail, "message/delivery-status")
                .or(() -> Returned.text(mail, "message/global-delivery-status"));
        // A report that was forwarded is an attachment of somebody's mail.
        if (status.isPresent() && !forwarded(mail)) {
            var recipients = recipients(ReportFields.of(status.get()));
            if (!recipients.isEmpty()) {
                return Optional.of(new Bounce(
                        recipients, Returned.id(mail), recipients.getFirst().why()));
            }
        }
        return PlainBounces.in(mail, status.isPresent() && !forwarded(mail));
    }

    private static boolean forwarded(Mail mail) {
        return !mail.root().type().name().equals("multipart/report")
                && mail.root().parts().stream()
                        .noneMatch(part -> part.type().name().endsWith("delivery-status"))
                && !PlainBounces.fromServer(mail);
    }

    private static List<Recipient> recipients(List<ReportFields.Group> groups) {
        var recipients = new ArrayList<Recipient>();
        for (var group : groups) {
            var address = group.typed("original-recipient")
                    .or(() -> group.typed("final-recipient"))
                    .or(() -> group.typed("x-actual-recipient"));
            boolean about = address.isPresent()
                    || group.get("action").isPresent() && group.get("status").isPresent();
            if (about && recipients.size() < MOST) {
                recipients.add(recipient(group, address.flatMap(Addresses::in).orElse(address.orElse(""))));
            }
        }
        return recipients;
    }

    private static Recipient recipient(ReportFields.Group group, String address) {
        var why = group.typed("diagnostic-code").orElse("");
        var declared = group.get("status").flatMap(Status::in);
        // The server's own words are more exact than the 5.0.0 of whoever reports them.
        var status = declared.filter(code -> !code.endsWith(".0.0"))
                .or(() -> Status.in(why))
                .or(() -> declared)
                .orElse("");
        var outcome = outcome(group.get("action").orElse("").toLowerCase(Locale.ROOT), status);
        return new Recipient(address, outcome, status, outcome == Outcome.FAILED && Status.hard(status, why), why);
    }

    private static Outcome outcome(String action, String status) {
        if (action.startsWith("delayed")) {
            return Outcome.DELAYED;
        }
        boolean good = action.startsWith("delivered") || action.startsWith("relayed") || action.startsWith("expanded");
        return good || action.isEmpty() && status.startsWith("2") ? Outcome.DELIVERED : Outcome.FAILED;
    }
}
