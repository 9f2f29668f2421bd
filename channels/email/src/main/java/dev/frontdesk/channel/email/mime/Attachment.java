package dev.frontdesk.channel.email.mime;

import java.io.InputStream;
import java.util.Optional;

/**
 * A file of a mail. Its bytes are decoded when asked for.
 *
 * @param name safe to show and to save: no folder, no control character, never empty
 * @param mediaType as declared, {@code type/subtype} in lower case
 * @param contentId by which the HTML shows it as {@code cid:}, without angle brackets
 * @param inline whether it belongs into the text rather than below it
 * @param part where it lies
 */
public record Attachment(String name, String mediaType, Optional<String> contentId, boolean inline, Part part) {

    /** Its bytes; what cannot be decoded is left out. */
    public byte[] bytes() {
        return part.decoded();
    }

    /** Its bytes, as a stream. */
    public InputStream open() {
        return Slice.of(bytes()).stream();
    }
}
