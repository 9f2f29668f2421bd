package dev.frontdesk.channel.email.mime;

/** UTF-7 (RFC 2152), which Java does not know: {@code +…-} holds UTF-16 in base64, {@code +-} is a plus. */
final class Utf7 {
    private Utf7() {}

    static String decode(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] != '+') {
                text.append((char) (bytes[at++] & 0x7f));
                continue;
            }
            int end = at + 1;
            while (end < bytes.length && base64(bytes[end])) {
                end++;
            }
            if (end == at + 1) {
                text.append('+');
            } else {
                units(bytes, at + 1, end, text);
            }
            at = end < bytes.length && bytes[end] == '-' ? end + 1 : end;
        }
        return text.toString();
    }

    /** Sixteen bits of the letters are one unit; what is left over at the end is padding. */
    private static void units(byte[] bytes, int from, int to, StringBuilder text) {
        int held = 0;
        int bits = 0;
        for (int i = from; i < to; i++) {
            held = held << 6 | value(bytes[i]);
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                text.append((char) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
    }

    private static int value(byte b) {
        return b >= 'a' ? b - 'a' + 26 : b >= 'A' ? b - 'A' : b >= '0' ? b - '0' + 52 : b == '+' ? 62 : 63;
    }

    private static boolean base64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }
}
