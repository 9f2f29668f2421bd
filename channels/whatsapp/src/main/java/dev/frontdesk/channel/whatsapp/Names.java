package dev.frontdesk.channel.whatsapp;

import java.util.Optional;

/** What people call themselves, made fit to stand beside other text. */
final class Names {

    private static final int LONGEST = 200;
    /** Embeddings, overrides and isolates: a name with one of them turns around what stands beside it. */
    private static final String TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    /** Letters and symbols that show nothing: fillers, the empty Braille pattern. */
    private static final String BLANK = "\u115f\u1160\u2800\u3164\uffa0";

    private Names() {}

    /** Empty when nobody could see it. */
    static Optional<String> shown(String given) {
        var name = new StringBuilder();
        given.codePoints()
                .filter(c -> TURNING.indexOf(c) < 0)
                .takeWhile(c -> name.length() + Character.charCount(c) <= LONGEST)
                .forEach(name::appendCodePoint);
        return Optional.of(name.toString().strip())
                .filter(value -> value.codePoints().anyMatch(Names::isVisible));
    }

    private static boolean isVisible(int c) {
        return !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && BLANK.indexOf(c) < 0;
    }
}
