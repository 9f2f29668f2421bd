package dev.frontdesk.engine.file;

import dev.frontdesk.api.channel.Content;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes of a file say it is. Only kinds that a browser shows without running anything are known; for all else the
 * answer is empty, whatever its name or its sender says.
 */
public final class Sniff {
    /** So many first bytes are enough. */
    public static final int HEAD = 16;

    private Sniff() {}

    /** The media type, or "" when it is none that may be shown. */
    public static String type(byte[] head) {
        if (at(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (at(head, 0, "\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (at(head, 0, "GIF87a") || at(head, 0, "GIF89a")) {
            return "image/gif";
        }
        if (at(head, 0, "RIFF") && at(head, 8, "WEBP")) {
            return "image/webp";
        }
        return played(head);
    }

    private static String played(byte[] head) {
        if (at(head, 4, "ftypM4A")) {
            return "audio/mp4";
        }
        if (at(head, 4, "ftyp") && !at(head, 8, "heic") && !at(head, 8, "avif") && !at(head, 8, "mif1")) {
            return "video/mp4";
        }
        if (at(head, 0, "\u001aE\u00df\u00a3")) {
            return "video/webm";
        }
        if (at(head, 0, "OggS")) {
            return "audio/ogg";
        }
        if (at(head, 0, "ID3") || at(head, 0, "\u00ff\u00fb") || at(head, 0, "\u00ff\u00f3")) {
            return "audio/mpeg";
        }
        return at(head, 0, "RIFF") && at(head, 8, "WAVE") ? "audio/wav" : "";
    }

    /** The kind of message that a file of this type makes when a person sends it. */
    public static String kind(String type) {
        int slash = type.indexOf('/');
        return switch (slash < 0 ? "" : type.substring(0, slash)) {
            case "image" -> type.equals("image/gif") ? Content.DOCUMENT : Content.IMAGE;
            case "video" -> Content.VIDEO;
            case "audio" -> Content.AUDIO;
            default -> Content.DOCUMENT;
        };
    }

    private static boolean at(byte[] head, int from, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < from + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
