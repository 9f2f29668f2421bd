package dev.frontdesk.channel.webchat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells pictures that a browser can show from everything else, by their first bytes and by nothing they say of themselves. */
final class Picture {
    private Picture() {}

    /** The media type of a picture; empty for anything else. */
    static Optional<String> type(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }
}
