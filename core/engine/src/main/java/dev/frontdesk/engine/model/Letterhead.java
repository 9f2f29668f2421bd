package dev.frontdesk.engine.model;

/**
 * What only letters have beside their text.
 *
 * @param reference the name under which later letters refer to it, "" for none
 * @param automatic why no person wrote it, "" when one did
 * @param writer the identity of who wrote it where that is not the contact, else ""
 * @param writerName what they are called, hearsay
 */
public record Letterhead(String subject, String reference, String automatic, String writer, String writerName) {
    public static final Letterhead NONE = new Letterhead("", "", "", "", "");

    /** Written by somebody other than the contact. */
    public boolean byAnother() {
        return !writer.isEmpty();
    }

    public boolean isAutomatic() {
        return !automatic.isEmpty();
    }
}
