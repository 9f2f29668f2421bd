package dev.frontdesk.channel.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code Content-Type}, or a {@code Content-Disposition}, which is built alike.
 *
 * @param name in lower case: {@code type/subtype}
 * @param parameters by their names in lower case; put together and decoded
 */
public record MediaType(String name, Map<String, String> parameters) {

    static final MediaType TEXT = new MediaType("text/plain", Map.of());
    static final MediaType MAIL = new MediaType("message/rfc822", Map.of());

    private static final int LONGEST = 100;

    /** Copies the parameters. */
    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** What a {@code Content-Type} says; empty when it says nothing that could be one. */
    static Optional<MediaType> read(String value) {
        int end = value.indexOf(';');
        var name = word(end < 0 ? value : value.substring(0, end));
        if (name.equals("text")) {
            name = "text/plain";
        }
        int slash = name.indexOf('/');
        return slash > 0 && slash < name.length() - 1 && name.indexOf('/', slash + 1) < 0
                ? Optional.of(new MediaType(name, Parameters.of(end < 0 ? "" : value.substring(end + 1))))
                : Optional.empty();
    }

    static MediaType disposition(String value) {
        int end = value.indexOf(';');
        // Some name the file and forget what it is.
        boolean bare = end < 0 ? value.indexOf('=') >= 0 : value.lastIndexOf('=', end) >= 0;
        return new MediaType(
                bare ? "" : word(end < 0 ? value : value.substring(0, end)),
                Parameters.of(bare ? value : end < 0 ? "" : value.substring(end + 1)));
    }

    /** A parameter. */
    public Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** Whether it is one of {@code text/…}, {@code image/…} and so on. */
    public boolean is(String top) {
        return name.startsWith(top) && name.length() > top.length() && name.charAt(top.length()) == '/';
    }

    /** What stands behind the slash. */
    public String subtype() {
        return name.substring(name.indexOf('/') + 1);
    }

    /** The first word, of which only what a type may hold is left; a comment ends it. */
    private static String word(String value) {
        var word = new StringBuilder();
        for (char c : value.strip().toCharArray()) {
            if (c <= ' ' || c == '(' || c == ',') {
                break;
            }
            if (c < 127 && (Character.isLetterOrDigit(c) || "/.+-_".indexOf(c) >= 0) && word.length() < LONGEST) {
                word.append(c);
            }
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }
}
