package dev.frontdesk.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bytes are written so that any mail server carries them. What is broken is decoded as far as it goes. */
public enum TransferEncoding {
    /** As it is: {@code 7bit}, {@code 8bit}, {@code binary}. */
    NONE {
        @Override
        byte[] decode(Slice encoded) {
            return encoded.copy();
        }
    },
    /** Four letters for three bytes. */
    BASE64 {
        @Override
        byte[] decode(Slice encoded) {
            return base64(encoded);
        }
    },
    /** {@code =xx} for what is not plain ASCII. */
    QUOTED_PRINTABLE {
        @Override
        byte[] decode(Slice encoded) {
            return quotedPrintable(encoded);
        }
    },
    /** The one of Unix: lines between {@code begin} and {@code end}. */
    UUENCODE {
        @Override
        byte[] decode(Slice encoded) {
            return uuencoded(encoded);
        }
    };

    private static final byte[] VALUES = values64();

    abstract byte[] decode(Slice encoded);

    /** By its name in a header, however it is spelled; empty when there is no such encoding. */
    static Optional<TransferEncoding> named(String header) {
        var name = new StringBuilder();
        for (char c : header.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == ';' || c == '(' || name.length() > 20) {
                break;
            }
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                name.append(c);
            }
        }
        return switch (name.toString()) {
            case "base64", "b64", "xbase64" -> Optional.of(BASE64);
            case "quotedprintable", "qp" -> Optional.of(QUOTED_PRINTABLE);
            case "uuencode", "xuuencode", "uue", "xuue" -> Optional.of(UUENCODE);
            case "7bit", "8bit", "7bits", "8bits", "binary", "none", "plain", "7", "8" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    /** Whatever is no letter of it is passed over; padding may stand between pieces that were joined. */
    private static byte[] base64(Slice encoded) {
        var bytes = encoded.bytes();
        var decoded = new byte[encoded.size() / 4 * 3 + 3];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (int i = encoded.from(); i < encoded.to(); i++) {
            int value = VALUES[bytes[i] & 0xff];
            if (value >= 0) {
                held = held << 6 | value;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    decoded[length++] = (byte) (held >> bits);
                }
            } else if (bytes[i] == '=') {
                bits = 0;
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    private static byte[] quotedPrintable(Slice encoded) {
        var bytes = encoded.bytes();
        var decoded = new byte[encoded.size()];
        int length = 0;
        int blank = 0;
        for (int i = encoded.from(); i < encoded.to(); i++) {
            byte b = bytes[i];
            if (b == '=') {
                int soft = softBreak(encoded, i + 1);
                int high = i + 2 < encoded.to() ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < encoded.to() ? Character.digit(bytes[i + 2], 16) : -1;
                if (soft > 0) {
                    i = soft - 1;
                } else if (high >= 0 && low >= 0) {
                    decoded[length++] = (byte) (high << 4 | low);
                    i += 2;
                } else {
                    decoded[length++] = b;
                }
                blank = length;
            } else if (b == '\n' || b == '\r' && i + 1 < encoded.to() && bytes[i + 1] == '\n') {
                // Blanks that a server left at the end of a line are not the writer's.
                length = blank;
                if (b == '\r') {
                    decoded[length++] = b;
                    i++;
                }
                decoded[length++] = '\n';
                blank = length;
            } else {
                decoded[length++] = b;
                blank = b == ' ' || b == '\t' ? blank : length;
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    /** Where the text goes on behind a line end that is none, or 0. */
    private static int softBreak(Slice encoded, int from) {
        int at = from;
        while (at < encoded.to() && at - from < 80 && (encoded.bytes()[at] == ' ' || encoded.bytes()[at] == '\t')) {
            at++;
        }
        if (at == encoded.to()) {
            return at;
        }
        if (encoded.bytes()[at] == '\r' && at + 1 < encoded.to() && encoded.bytes()[at + 1] == '\n') {
            return at + 2;
        }
        return encoded.bytes()[at] == '\n' ? at + 1 : 0;
    }

    private static byte[] uuencoded(Slice encoded) {
        var decoded = new ByteArrayOutputStream();
        var bytes = encoded.bytes();
        int at = encoded.from();
        while (at < encoded.to()) {
            int end = at;
            while (end < encoded.to() && bytes[end] != '\n') {
                end++;
            }
            line(new Slice(bytes, at, end > at && bytes[end - 1] == '\r' ? end - 1 : end), decoded);
            at = end + 1;
        }
        return decoded.toByteArray();
    }

    private static void line(Slice line, ByteArrayOutputStream decoded) {
        if (line.size() < 2
                || line.latin1().startsWith("begin ")
                || line.latin1().equals("end")) {
            return;
        }
        int length = line.bytes()[line.from()] - ' ' & 63;
        for (int i = line.from() + 1; i + 3 < line.to() + 3 && length > 0; i += 4) {
            int four = 0;
            for (int k = 0; k < 4; k++) {
                four = four << 6 | (i + k < line.to() ? line.bytes()[i + k] - ' ' & 63 : 0);
            }
            for (int k = 2; k >= 0 && length > 0; k--, length--) {
                decoded.write(four >> 8 * k);
            }
        }
    }

    private static byte[] values64() {
        var values = new byte[256];
        Arrays.fill(values, (byte) -1);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[letters.charAt(i)] = (byte) i;
        }
        return values;
    }
}
