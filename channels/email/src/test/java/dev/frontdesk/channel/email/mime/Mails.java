package dev.frontdesk.channel.email.mime;

import java.nio.charset.StandardCharsets;

/** Mails in pieces, for tests. */
final class Mails {
    private Mails() {}

    static Mail read(String mail) {
        return new MailReader().read(mail.getBytes(StandardCharsets.UTF_8));
    }

    /** One character is one byte. */
    static Mail bytes(String mail) {
        return new MailReader().read(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With this header, among some others. */
    static Mail with(String header) {
        return bytes("From: Anna <anna@example.org>\n" + header + "\nTo: help@desk.example\n\nHello\n");
    }

    /** A text in a character set, the way it is encoded. */
    static Mail text(String type, String encoding, byte[] body) {
        return bytes("From: anna@example.org\nContent-Type: " + type + "\nContent-Transfer-Encoding: " + encoding
                + "\n\n" + new String(body, StandardCharsets.ISO_8859_1));
    }
}
