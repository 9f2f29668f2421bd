package dev.frontdesk.channel.email;

import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.Mailbox;
import java.util.Locale;
import java.util.Optional;

/** Whether a sender is who they say, in the word of our own mail server and nobody else's. */
final class Senders {
    private Senders() {}

    /**
     * The topmost Authentication-Results counts where our own server wrote it (RFC 8601), for the lower ones came with the mail.
     * Passed is a DMARC check for the sender's domain, or DKIM's signature of that very domain.
     */
    static boolean verified(Mail mail, Mailbox from, Optional<String> authservId) {
        var topmost = mail.headers().first("Authentication-Results");
        if (authservId.isEmpty() || topmost.isEmpty()) {
            return false;
        }
        String[] pieces = topmost.get().toLowerCase(Locale.ROOT).split(";", 50);
        String[] names = pieces[0].strip().split("\\s+", 2);
        if (!names[0].equals(authservId.get().toLowerCase(Locale.ROOT))) {
            return false;
        }
        String domain = from.domain().toLowerCase(Locale.ROOT);
        for (int i = 1; i < pieces.length; i++) {
            String result = " " + pieces[i].strip() + " ";
            boolean dmarc = result.startsWith(" dmarc=pass ") && result.contains(" header.from=" + domain + " ");
            boolean dkim = result.startsWith(" dkim=pass ") && result.contains(" header.d=" + domain + " ");
            if (dmarc || dkim) {
                return true;
            }
        }
        return false;
    }
}
