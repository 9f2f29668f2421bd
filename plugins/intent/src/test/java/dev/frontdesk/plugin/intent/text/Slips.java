package dev.frontdesk.plugin.intent.text;

/** Writes a text as people write it: two letters swapped, Russian in Latin letters or on English keys. */
public final class Slips {
    private static final String RUSSIAN = "абвгдежзийклмнопрстуфхцчшщыэюяьъ";
    private static final String[] LATIN =
            "a b v g d e zh z i y k l m n o p r s t u f h c ch sh sch y e yu ya  ".split(" ", -1);
    private static final String KEYS = "f,dult;pbqrkvyjghcnea[wxios'.zm]";

    private Slips() {}

    /** In every word of five letters or more the third and the fourth change places. */
    public static String inLongWords(String text) {
        var words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (word.length() >= 5) {
                words[i] = word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
            }
        }
        return String.join(" ", words);
    }

    public static String inLatin(String text) {
        var written = new StringBuilder();
        for (char c : text.replace('ё', 'е').toCharArray()) {
            int at = RUSSIAN.indexOf(c);
            written.append(at < 0 ? String.valueOf(c) : LATIN[at]);
        }
        return written.toString();
    }

    public static String onEnglishKeys(String text) {
        if (text.chars().noneMatch(c -> RUSSIAN.indexOf(c) >= 0)) {
            return text;
        }
        var written = new StringBuilder();
        for (char c : text.replace('ё', 'е').toCharArray()) {
            int at = RUSSIAN.indexOf(c);
            written.append(at < 0 ? c : KEYS.charAt(at));
        }
        return written.toString();
    }
}
