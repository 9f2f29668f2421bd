package dev.frontdesk.channel.email.automatic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The status codes of mail servers (RFC 3463), where they stand and what they mean. */
final class Status {
    /** The address itself is wrong: nobody there, no such host, moved without leaving an address, switched off. */
    private static final Set<String> HARD = Set.of(
            "5.0.1", "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.4", "5.4.310");
    /** As servers say it that give no code, or too general a one. */
    private static final List<String> NOBODY = List.of(
            "user unknown",
            "unknown user",
            "no such user",
            "user not found",
            "mailbox not found",
            "does not exist",
            "doesn't exist",
            "not exist",
            "recipient not found",
            "invalid recipient",
            "unknown recipient",
            "recipient unknown",
            "no mailbox",
            "mailbox unavailable",
            "unknown address",
            "address unknown",
            "unknown mailbox",
            "invalid mailbox",
            "not our customer",
            "no longer available",
            "account disabled",
            "account has been disabled",
            "disabled account",
            "mailbox is disabled",
            "is inactive",
            "no such recipient",
            "no such mailbox",
            "recipient address rejected: user",
            "not listed in",
            "no such person",
            "no account",
            "doesn't have a",
            "unrouteable address",
            "unrouteable mail domain",
            "host unknown",
            "host not found",
            "domain not found",
            "name or service not known",
            "couldn't be found",
            "wasn't found",
            "could not be found");
    /** What stands against it: the mail was refused, not the address. */
    private static final List<String> REFUSED = List.of(
            "spam",
            "blocked",
            "blacklist",
            "block list",
            "reputation",
            "policy",
            "relay",
            "too large",
            "size limit",
            "quota",
            "is full",
            "over limit",
            "rate limit",
            "dmarc",
            "spf",
            "dkim",
            "greylist",
            "try again",
            "temporar");

    private Status() {}

    /** The first code of a text such as {@code 550 5.1.1 No such user}. */
    static Optional<String> in(String text) {
        for (int at = 0; at + 4 < text.length(); at++) {
            char c = text.charAt(at);
            boolean start = (c == '2' || c == '4' || c == '5')
                    && text.charAt(at + 1) == '.'
                    && (at == 0 || !part(text.charAt(at - 1)));
            if (start) {
                int subject = digits(text, at + 2);
                int detail = subject > at + 2 && subject < text.length() && text.charAt(subject) == '.'
                        ? digits(text, subject + 1)
                        : 0;
                boolean ends = detail == text.length() || detail > 0 && !part(text.charAt(detail));
                boolean dot = detail > 0
                        && detail < text.length()
                        && text.charAt(detail) == '.'
                        && detail + 1 < text.length()
                        && Character.isDigit(text.charAt(detail + 1));
                if (detail > subject + 1 && (ends || text.charAt(detail) == '.' && !dot)) {
                    return Optional.of(text.substring(at, detail));
                }
            }
        }
        return Optional.empty();
    }

    /** What a reply without such a code says: {@code 550}. */
    static Optional<String> reply(String text) {
        for (int at = 0; at + 3 < text.length(); at++) {
            char c = text.charAt(at);
            boolean start = (c == '4' || c == '5') && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '7';
            boolean alone = (at == 0 || !part(text.charAt(at - 1))) && Character.isDigit(text.charAt(at + 2));
            if (start && alone && (text.charAt(at + 3) == ' ' || text.charAt(at + 3) == '-')) {
                return Optional.of(text.substring(at, at + 3));
            }
        }
        return Optional.empty();
    }

    static boolean hard(String status, String why) {
        var words = why.toLowerCase(Locale.ROOT);
        boolean refused = REFUSED.stream().anyMatch(words::contains);
        boolean nobody = NOBODY.stream().anyMatch(words::contains);
        return !status.startsWith("4.") && (HARD.contains(status) && (!refused || nobody) || nobody && !refused);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }
}
