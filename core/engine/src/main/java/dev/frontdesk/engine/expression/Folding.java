package dev.frontdesk.engine.expression;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as a person compares them: without accents, width or case. */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toUpperCase(Locale.ROOT);
        }
        // Marks go before normalisation too: sorting a long run of them takes quadratic time.
        var apart = Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKD);
        // Upper case, because both the dotted and the dotless i become I.
        return withoutMarks(apart).toUpperCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
