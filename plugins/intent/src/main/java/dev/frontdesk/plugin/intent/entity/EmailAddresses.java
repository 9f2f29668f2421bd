package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import java.util.Optional;

/** Addresses as people type them: a local part, an @, a domain with a dot. Whether anybody reads there is not known here. */
final class EmailAddresses {
    private static final String LOCAL = "._%+-'";

    private EmailAddresses() {}

    static Optional<Found<Value>> first(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && isLocal(text.charAt(from - 1))) {
                from--;
            }
            while (from < at && text.charAt(from) == '.') {
                from++;
            }
            int to = at + 1;
            while (to < text.length() && isDomain(text.charAt(to))) {
                to++;
            }
            while (to > at + 1 && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                to--;
            }
            var domain = text.substring(at + 1, to);
            if (from < at && domain.indexOf('.') > 0 && !domain.contains("..")) {
                return Optional.of(new Found<>(from, to, Value.of(text.substring(from, to))));
            }
        }
        return Optional.empty();
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
