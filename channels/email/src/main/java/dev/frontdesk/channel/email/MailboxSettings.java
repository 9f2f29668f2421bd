package dev.frontdesk.channel.email;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.time.Duration;
import java.util.Optional;

/** The keys of one mailbox that is read. */
public record MailboxSettings(
        @Setting(value = "imap", doc = "How the mailbox is read: imap, or pop3 where there is nothing better")
        Protocol protocol,

        @Setting(doc = "The mail server") String host,

        @Setting(value = "0", doc = "Its port; 0 for the usual one: 993 or 143, for pop3 995 or 110")
        int port,

        @Setting(
                value = "tls",
                doc =
                        "tls from the first byte, starttls, or none for a server on this machine; certificates are checked")
        Security security,

        @Setting(doc = "The name the account signs in with, often the address")
        String user,

        @Setting(doc = "Its password; the providers' app passwords go here, too")
        Optional<Secret> password,

        @Setting(
                doc = "A file with an OAuth 2 access token in place of a password (XOAUTH2); read at each connect, so"
                        + " that another program can keep it fresh")
        Optional<String> accessTokenFile,

        @Setting(
                doc =
                        "A file with the certificate of your own authority (PEM): only servers that it signed are then trusted."
                                + " Without it those are that this machine trusts")
        Optional<String> caFile,

        @Setting(value = "INBOX", doc = "The folder that is read; pop3 has only this one")
        String folder,

        @Setting(
                value = "60s",
                doc = "How often the folder is looked at whatever the server announces, from 1s to 9m; with imap new"
                        + " mail is announced at once")
        Duration poll,

        @Setting(
                value = "leave",
                doc = "What is done with a mail once it is stored: leave, seen (marked as read) or move (imap)")
        Afterwards afterwards,

        @Setting(value = "Frontdesk", doc = "Where move puts mails; must be there")
        String moveTo,

        @Setting(
                value = "now",
                doc = "Where the very first start begins: now, with what arrives from then on, or all that is there")
        Start start) {

    /** How a mailbox is read. */
    public enum Protocol {
        /** With folders, and new mail is announced. */
        IMAP,
        /** One list, asked again and again. */
        POP3
    }

    /** What becomes of a mail in the mailbox. */
    public enum Afterwards {
        /** Nothing. */
        LEAVE,
        /** It is marked as read. */
        SEEN,
        /** It goes to another folder. */
        MOVE
    }

    /** Where the first start begins. */
    public enum Start {
        /** With the next mail. */
        NOW,
        /** With the oldest one there. */
        ALL
    }

    /** Refuses what cannot work, or could not be safe. */
    public MailboxSettings {
        Account.require(!user.isBlank(), "user: is empty");
        new Account(host, port, security, user, password, accessTokenFile, caFile);
        Account.require(
                poll.toMillis() >= 100 && poll.toMinutes() <= 9,
                "poll: must be from 1s to 9m, not " + poll.toMillis() + "ms");
        Account.require(
                protocol == Protocol.IMAP || afterwards == Afterwards.LEAVE,
                "afterwards: pop3 can only leave mails where they are");
    }

    Account account() {
        return new Account(host, port, security, user, password, accessTokenFile, caFile);
    }

    int portOrUsual() {
        return protocol == Protocol.IMAP ? account().port(993, 143) : account().port(995, 110);
    }

    /** Under which its cursor is kept. */
    String key() {
        return (protocol == Protocol.IMAP ? "imap:" : "pop3:") + user + "@" + host + ":" + portOrUsual() + "/" + folder;
    }

    /** For health and logs. */
    String shown() {
        return user + " at " + host;
    }
}
