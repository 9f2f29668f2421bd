package dev.frontdesk.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Addresses as they may stand in a header or a command. */
final class Addresses {
    private static final int LONGEST = 254;

    private Addresses() {}

    /** Strict, for what stands in an SMTP command must not hold another one. */
    static boolean valid(String address) {
        if (address.length() > LONGEST
                || address.indexOf('@') < 1
                || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "<>(),;:\\\"[]".indexOf(c) >= 0)) {
            return false;
        }
        try {
            new InternetAddress(address, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Without what stands behind the plus. */
    static String withoutPlus(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    /** One line without control characters: a header must not hold another one. */
    static String line(String text, int most) {
        var line = new StringBuilder();
        text.codePoints()
                .limit(most)
                .forEach(c -> line.appendCodePoint(
                        Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c >= 0xD800 && c <= 0xDFFF
                                ? ' '
                                : c));
        return line.toString().strip();
    }
}
