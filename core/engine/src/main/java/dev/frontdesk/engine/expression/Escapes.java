package dev.frontdesk.engine.expression;

import java.util.Optional;

/**
 * Finds what was meant for a regular expression and reads as a control character: in CEL {@code '\b'} is a backspace, and only in
 * {@code r'\b'} the edge of a word.
 */
final class Escapes {
    private static final String CONTROL = "abfv";

    private final String source;
    private int at;

    private Escapes(String source) {
        this.source = source;
    }

    /** The first one, as it is written. */
    static Optional<String> suspect(String source) {
        return new Escapes(source).find();
    }

    private Optional<String> find() {
        for (at = 0; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '\'' || c == '"') {
                var found = literal(c, raw());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean raw() {
        boolean letter = at > 0 && "rR".indexOf(source.charAt(at - 1)) >= 0;
        return letter && (at == 1 || !Character.isLetterOrDigit(source.charAt(at - 2)));
    }

    private Optional<String> literal(char quote, boolean raw) {
        var end = source.startsWith(String.valueOf(quote).repeat(3), at)
                ? String.valueOf(quote).repeat(3)
                : String.valueOf(quote);
        for (at += end.length(); at < source.length() && !source.startsWith(end, at); at++) {
            char c = source.charAt(at);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return Optional.of("\\u%04x".formatted((int) c));
            } else if (c == '\\' && !raw && at + 1 < source.length()) {
                at++;
                if (CONTROL.indexOf(source.charAt(at)) >= 0) {
                    return Optional.of("\\" + source.charAt(at));
                }
            }
        }
        at += end.length() - 1;
        return Optional.empty();
    }
}
