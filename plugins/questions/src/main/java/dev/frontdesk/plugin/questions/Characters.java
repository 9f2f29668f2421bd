package dev.frontdesk.plugin.questions;

import java.text.Normalizer;
import java.util.Locale;

/** What people type and what they mean by it. */
final class Characters {
    private Characters() {}

    /** Without white space and invisible characters at both ends. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Without accents, width and case; both Turkish letters i are one. */
    static String folded(String text) {
        // Marks go before normalisation too: sorting a long run of them takes quadratic time.
        var apart = Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKD);
        return withoutMarks(apart).toUpperCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Digits of every script as 0 to 9. */
    static String withAsciiDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            plain.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return plain.toString();
    }

    /** True when one letter less, more or different makes one text the other. */
    static boolean almostEqual(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        var rest = longer.substring(Math.min(same + 1, longer.length()));
        return rest.equals(shorter.substring(same))
                || shorter.length() == longer.length()
                        && rest.equals(shorter.substring(Math.min(same + 1, shorter.length())));
    }
}
