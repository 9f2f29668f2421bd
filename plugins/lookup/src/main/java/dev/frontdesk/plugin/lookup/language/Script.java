package dev.frontdesk.plugin.lookup.language;

/** How a text is written, as far as it tells languages apart. */
enum Script {
    NONE,
    LATIN,
    CYRILLIC,
    ARABIC,
    GREEK,
    HEBREW,
    DEVANAGARI,
    THAI,
    HANGUL,
    KANA,
    HAN;

    static Script of(int letter) {
        if (letter < 0x250) {
            return LATIN;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case GREEK -> GREEK;
            case HEBREW -> HEBREW;
            case DEVANAGARI -> DEVANAGARI;
            case THAI -> THAI;
            case HANGUL -> HANGUL;
            case HIRAGANA, KATAKANA -> KANA;
            case HAN -> HAN;
            default -> NONE;
        };
    }
}
