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
        require(!host.isBlank(), "host: is empty");
        require(
                security.allows(host),
                "security: none is only for a server on this machine, not for " + host + "; use tls or starttls");
        require(
                user.isEmpty() || password.isPresent() != accessTokenFile.isPresent(),
                "password: either password or access-token-file is needed, and not both");
        require(port >= 0 && port <= 65_535, "port: must be from 0 to 65535, not " + port);
        require(perMinute >= 1, "per-minute: must be 1 or more, not " + perMinute);
    }

    Credentials credentials() {
        return new Credentials(user.orElse(""), password, accessTokenFile);
    }

    int portOrUsual() {
        return port != 0 ? port : security == Security.TLS ? 465 : 587;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
