package dev.frontdesk.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments of a path, decoded exactly once. Whatever a proxy and a server could read differently is refused: dot
 * segments, path parameters, empty segments, an encoded slash, backslash, percent sign or control character.
 */
public record SafePath(List<String> segments) {
    private static final int MAX = 2048;

    public static Optional<SafePath> parse(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > MAX) {
            return Optional.empty();
        }
        var segments = new ArrayList<String>(4);
        int from = 1;
        while (from < raw.length()) {
            int slash = raw.indexOf('/', from);
            int to = slash < 0 ? raw.length() : slash;
            String segment = decode(raw.substring(from, to));
            if (!harmless(segment)) {
                return Optional.empty();
            }
            segments.add(segment);
            from = to + 1;
        }
        return Optional.of(new SafePath(segments));
    }

    /** What follows the first so many segments. */
    public String rest(int after) {
        return String.join("/", segments.subList(after, segments.size()));
    }

    /** The decoded text, or "" for one that cannot be decoded, which is not harmless either. */
    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        var bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
            int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return "";
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static boolean harmless(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return false;
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c < ' ' || c == 0x7f || c == '/' || c == '\\' || c == '%' || c == ';') {
                return false;
            }
        }
        return true;
    }
}
