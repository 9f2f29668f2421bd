package dev.frontdesk.plugin.ai.redact;

import java.util.Optional;

/** What looks like one of our placeholders although a person wrote it: else it would be taken for one in the answer. */
final class Placeholders implements Finder {
    private static final int LONGEST = 24;

    @Override
    public Optional<Found> next(String text, int from) {
        for (int open = text.indexOf('[', from); open >= 0; open = text.indexOf('[', open + 1)) {
            int end = end(text, open);
            if (end > 0) {
                return Optional.of(new Found(open, end, "literal"));
            }
        }
        return Optional.empty();
    }

    /** Behind the bracket that closes {@code [letters-digits]}, 0 when it is something else. */
    static int end(String text, int open) {
        int at = open + 1;
        while (at < text.length() && at - open < LONGEST && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        if (at == open + 1 || at >= text.length() || text.charAt(at) != '-') {
            return 0;
        }
        int digits = ++at;
        while (at < text.length() && at - open < LONGEST && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > digits && at < text.length() && text.charAt(at) == ']' ? at + 1 : 0;
    }
}
