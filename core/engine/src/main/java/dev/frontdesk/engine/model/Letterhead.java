package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.SenderCheck;
import java.util.Optional;

/**
 * What only letters have beside their text.
 *
 * @param reference the name under which later letters refer to it, "" for none
 * @param automatic why no person wrote it, "" when one did
 * @param writer the identity of who wrote it where that is not the contact, else ""
 * @param writerName what they are called, hearsay
 * @param check what our own server found out about its sender
 */
public record Letterhead(
        String subject,
        String reference,
        String automatic,
        String writer,
        String writerName,
        Optional<SenderCheck> check) {
    public static final Letterhead NONE = new Letterhead("", "", "", "", "", Optional.empty());

    /** Written by somebody other than the contact. */
    public boolean byAnother() {
        return !writer.isEmpty();
    }

    public boolean isAutomatic() {
        return !automatic.isEmpty();
    }
}
