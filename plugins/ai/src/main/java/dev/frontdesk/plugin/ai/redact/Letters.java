package dev.frontdesk.plugin.ai.redact;

/** What words are made of. */
final class Letters {
    private Letters() {}

    /** A letter, or a mark on the letter before it: accents may be written apart. */
    static boolean isPart(char c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    /** Of a script that puts no gaps between its words. */
    static boolean isUnspaced(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
