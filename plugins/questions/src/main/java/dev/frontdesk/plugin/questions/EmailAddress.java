package dev.frontdesk.plugin.questions;

import java.util.List;
import java.util.Optional;

/**
 * Addresses that can be written to. Only ASCII, so that a look-alike letter is no address, and no quotes, comments or line
 * breaks, so that one is only ever one address.
 */
final class EmailAddress {
    private static final String LOCAL = "!#$%&'*+-/=?^_`{|}~";

    private EmailAddress() {}

    static Optional<String> in(String text) {
        int at = text.indexOf('@');
        boolean good = text.length() <= 254
                && at >= 1
                && at <= 64
                && dotted(text.substring(0, at), EmailAddress::isLocal)
                && isDomain(text.substring(at + 1));
        return good ? Optional.of(text) : Optional.empty();
    }

    private static boolean isDomain(String domain) {
        var labels = List.of(domain.split("\\.", -1));
        return labels.size() >= 2
                && labels.stream().allMatch(EmailAddress::isLabel)
                && labels.getLast().length() >= 2
                && !isDigit(labels.getLast().charAt(0));
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
    }

    private static boolean dotted(String text, java.util.function.IntPredicate allowed) {
        return !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.chars().allMatch(c -> c == '.' || allowed.test(c));
    }

    private static boolean isLocal(int c) {
        return isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
