package dev.frontdesk.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters behind a type. Long values come in pieces ({@code name*0}, {@code name*1*}) with bytes as {@code %xx}; many
 * programs use encoded words instead, or forget the quotes.
 */
final class Parameters {
    private static final int MOST = 100;

    private final String text;
    private int at;

    private Parameters(String text) {
        this.text = text;
    }

    static Map<String, String> of(String text) {
        return new Parameters(text).read();
    }

    private Map<String, String> read() {
        var plain = new LinkedHashMap<String, String>();
        var pieces = new LinkedHashMap<String, TreeMap<Integer, Piece>>();
        for (int seen = 0; at < text.length() && seen < MOST; seen++) {
            var key = key();
            if (at >= text.length() || text.charAt(at) != '=') {
                at++;
                continue;
            }
            at++;
            var value = value();
            int star = key.indexOf('*');
            if (star < 0) {
                // A boundary is compared byte by byte, its blanks too.
                plain.putIfAbsent(key, key.equals("boundary") ? value : HeaderText.decoded(value));
            } else if (star > 0) {
                pieces.computeIfAbsent(key.substring(0, star), _ -> new TreeMap<>())
                        .putIfAbsent(Piece.number(key.substring(star + 1)), new Piece(value, key.endsWith("*")));
            }
        }
        // The pieces are newer than the plain value that some send beside them for old readers.
        pieces.forEach((key, parts) -> plain.put(key, Piece.together(parts)));
        return plain;
    }

    private String key() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(start, at).strip().toLowerCase(Locale.ROOT);
    }

    private String value() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"' && text.indexOf('"', at + 1) > 0) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        var value = text.substring(start, at);
        at++;
        int comment = value.indexOf(" (");
        return (comment < 0 ? value : value.substring(0, comment))
                .replace("\"", "")
                .strip();
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            // A backslash hides a quote; before anything else it is likely a folder of Windows.
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        at++;
        return value.toString();
    }

    /** @param encoded whether {@code %xx} in it are bytes */
    private record Piece(String value, boolean encoded) {

        /** Its place; what has no number is the first. */
        static int number(String text) {
            int number = 0;
            for (int i = 0; i < text.length() && i < 4 && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
                number = number * 10 + text.charAt(i) - '0';
            }
            return number;
        }

        /** Holes are passed over: what came is better than nothing. */
        static String together(TreeMap<Integer, Piece> pieces) {
            var bytes = new ByteArrayOutputStream();
            var charset = "";
            boolean first = true;
            boolean encoded = false;
            for (var piece : pieces.values()) {
                var value = piece.value();
                int language = piece.encoded() && first ? value.indexOf('\'') : -1;
                int start = language < 0 ? -1 : value.indexOf('\'', language + 1);
                if (start >= 0) {
                    charset = value.substring(0, language);
                    value = value.substring(start + 1);
                }
                bytes.writeBytes(piece.encoded() ? percent(value) : value.getBytes(StandardCharsets.ISO_8859_1));
                encoded |= piece.encoded();
                first = false;
            }
            var all = bytes.toByteArray();
            return encoded
                    ? HeaderText.clean(CharacterSets.decode(all, charset))
                    : HeaderText.decoded(new String(all, StandardCharsets.ISO_8859_1));
        }

        private static byte[] percent(String value) {
            var bytes = new ByteArrayOutputStream();
            for (int i = 0; i < value.length(); i++) {
                int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
                int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
                if (value.charAt(i) == '%' && high >= 0 && low >= 0) {
                    bytes.write(high << 4 | low);
                    i += 2;
                } else {
                    bytes.write(value.charAt(i));
                }
            }
            return bytes.toByteArray();
        }
    }
}
