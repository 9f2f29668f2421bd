package dev.frontdesk.channel.email;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.util.Optional;

/** The keys of the server that mails are sent through. */
public record SmtpSettings(
        @Setting(doc = "The mail server") String host,

        @Setting(value = "0", doc = "Its port; 0 for the usual one: 465 with tls, else 587")
        int port,

        @Setting(
                value = "tls",
                doc =
                        "tls from the first byte, starttls, or none for a server on this machine; certificates are checked")
        Security security,

        @Setting(doc = "The name the account signs in with; without it nobody signs in")
        Optional<String> user,

        @Setting(doc = "Its password") Optional<Secret> password,

        @Setting(
                doc = "A file with an OAuth 2 access token in place of a password (XOAUTH2); read at each connect, so"
                        + " that another program can keep it fresh")
        Optional<String> accessTokenFile,

        @Setting(
                doc =
                        "A file with the certificate of your own authority (PEM): only servers that it signed are then trusted."
                                + " Without it those are that this machine trusts")
        Optional<String> caFile,

        @Setting(value = "60", doc = "How many mails one node sends in a minute at most; the others wait")
        int perMinute,

        @Setting(
                value = "true",
                doc =
                        "Whether automatic mails go without a sender's address on the envelope, so that nothing comes back"
                                + " (RFC 3834); false for servers that refuse it, like those of Gmail and Microsoft 365")
        boolean nullSender) {

    /** Refuses what cannot work, or could not be safe. */
    public SmtpSettings {
        new Account(host, port, security, user.orElse(""), password, accessTokenFile, caFile);
        Account.require(perMinute >= 1, "per-minute: must be 1 or more, not " + perMinute);
    }

    Account account() {
        return new Account(host, port, security, user.orElse(""), password, accessTokenFile, caFile);
    }

    int portOrUsual() {
        return account().port(465, 587);
    }
}
