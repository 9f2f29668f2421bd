package dev.frontdesk.channel.email.mime;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Whether bytes of an unknown single-byte set look Russian, and in which of its two sets. Western text has one letter beyond ASCII
 * here and there, Russian text whole words of them; and most letters are small ones, which lie where the other set has the capitals.
 */
final class Cyrillic {
    private static final int FEW = 4;

    private Cyrillic() {}

    static Optional<Charset> likely(byte[] bytes) {
        int high = 0;
        int neighbours = 0;
        int lower1251 = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b >= 0xc0) {
                high++;
                neighbours += i > 0 && (bytes[i - 1] & 0xff) >= 0xc0 ? 1 : 0;
                lower1251 += b >= 0xe0 ? 1 : 0;
            }
        }
        if (high < FEW || neighbours * 10 < high * 6) {
            return Optional.empty();
        }
        return Optional.of(Charset.forName(lower1251 * 2 >= high ? "windows-1251" : "KOI8-R"));
    }
}
