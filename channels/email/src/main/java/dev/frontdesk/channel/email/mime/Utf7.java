package dev.frontdesk.channel.email.mime;

import java.nio.charset.StandardCharsets;

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
                var utf16 = TransferEncoding.BASE64.decode(new Slice(bytes, at + 1, end));
                text.append(new String(utf16, 0, utf16.length / 2 * 2, StandardCharsets.UTF_16BE));
            }
            at = end < bytes.length && bytes[end] == '-' ? end + 1 : end;
        }
        return text.toString();
    }

    private static boolean base64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }
}
