package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.api.channel.SenderCheck.Finding;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.Mailbox;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a sender is who they say, in the word of our own mail server and nobody else's. */
final class Senders {
    private Senders() {}

    /**
     * The topmost Authentication-Results counts where our own server wrote it (RFC 8601), for the lower ones came with the mail.
     * Confirmed is a DMARC check passed for the sender's domain, or DKIM's signature of that very domain; failed is a DMARC check that
     * was not. Empty where no server of ours is named.
     */
    static Optional<SenderCheck> check(Mail mail, Mailbox from, Optional<String> authservId) {
        if (authservId.isEmpty()) {
            return Optional.empty();
        }
        String[] results = results(mail, authservId.get());
        String domain = from.domain().toLowerCase(Locale.ROOT);
        var finding = Finding.UNCONFIRMED;
        for (String each : results) {
            String result = " " + each.strip() + " ";
            if (result.startsWith(" dmarc=fail ")) {
                finding = Finding.FAILED;
            }
            boolean dmarc = result.startsWith(" dmarc=pass ") && result.contains(" header.from=" + domain + " ");
            boolean dkim = result.startsWith(" dkim=pass ") && result.contains(" header.d=" + domain + " ");
            if (dmarc || dkim) {
                return Optional.of(new SenderCheck(Finding.CONFIRMED, authservId.get()));
            }
        }
        return Optional.of(new SenderCheck(finding, results.length == 0 ? "" : authservId.get()));
    }

    /** What our server says in lower case; nothing where the topmost word is another's. */
    private static String[] results(Mail mail, String authservId) {
        String[] pieces = mail.headers()
                .first("Authentication-Results")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 50);
        boolean ours = pieces[0].strip().split("\\s+", 2)[0].equals(authservId.toLowerCase(Locale.ROOT));
        return ours ? Arrays.copyOfRange(pieces, 1, pieces.length) : new String[0];
    }
}
