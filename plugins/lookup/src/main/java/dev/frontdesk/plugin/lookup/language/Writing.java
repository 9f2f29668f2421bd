package dev.frontdesk.plugin.lookup.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text that may say its language, in lower case, and the script they are in. */
record Writing(Script script, List<String> words) {
    /** Enough to tell; of more only the beginning is looked at. */
    private static final int LONGEST_TEXT = 600;

    private static final int LONGEST_WORD = 30;

    /** People put the names of things in Latin letters between words of their own script. */
    private static final int OTHERS_COUNT = 3;

    /** The same in every language. */
    private static final Set<String> EVERYWHERE = Set.of(
            "ok",
            "okay",
            "okey",
            "ок",
            "hm",
            "hmm",
            "lol",
            "xxx",
            "sms",
            "wifi",
            "iphone",
            "ipad",
            "android",
            "pro",
            "max",
            "paypal",
            "visa",
            "mastercard",
            "telegram",
            "whatsapp",
            "viber",
            "facebook",
            "instagram",
            "google",
            "youtube",
            "email",
            "gmail",
            "online",
            "pdf");

    static Writing of(String text) {
        var all = words(text);
        var letters = new int[Script.values().length];
        for (var word : all) {
            letters[Script.of(word.codePointAt(0)).ordinal()] += word.length();
        }
        var script = most(letters);
        var words = all.stream()
                .filter(word -> Script.of(word.codePointAt(0)) == script)
                .toList();
        boolean enough = words.stream().anyMatch(word -> word.length() > 1);
        return enough ? new Writing(script, words) : new Writing(Script.NONE, List.of());
    }

    private static Script most(int[] letters) {
        letters[Script.NONE.ordinal()] = 0;
        if (letters[Script.KANA.ordinal()] > 0) { // Japanese has both
            letters[Script.KANA.ordinal()] += letters[Script.HAN.ordinal()];
        }
        int best = Script.NONE.ordinal();
        for (int i = 0; i < letters.length; i++) {
            letters[i] *= i == Script.LATIN.ordinal() ? 1 : OTHERS_COUNT;
            best = letters[i] > letters[best] ? i : best;
        }
        return Script.values()[best];
    }

    /** Runs of letters; what is no word of a language, such as an address or an order number, is left out. */
    static List<String> words(String text) {
        var beginning = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var plain = Normalizer.normalize(beginning.replace('İ', 'i'), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        int begin = 0;
        for (int end = 0; end <= plain.length(); end++) {
            if (end == plain.length() || Character.isWhitespace(plain.charAt(end))) {
                if (end > begin) {
                    addWords(plain, begin, end, words);
                }
                begin = end + 1;
            }
        }
        return words;
    }

    private static void addWords(String text, int begin, int end, List<String> words) {
        for (int at = begin; at < end; at++) {
            char c = text.charAt(at);
            if (Character.isDigit(c) || c == '@' || c == '_' || text.startsWith("://", at)) {
                return;
            }
        }
        int from = begin;
        for (int at = begin; at <= end; ) {
            int c = at < end ? text.codePointAt(at) : ' ';
            boolean inside = isPartOfWord(c);
            boolean another = inside && at > from && isHanOrKana(c) != isHanOrKana(text.codePointBefore(at));
            if (!inside || another) {
                if (at > from) {
                    add(text.substring(from, Math.min(at, from + LONGEST_WORD)), words);
                }
                from = inside ? at : at + Character.charCount(c);
            }
            at += Character.charCount(c);
        }
    }

    private static void add(String word, List<String> words) {
        if (!EVERYWHERE.contains(word)) {
            words.add(word);
        }
    }

    /** Scripts of Asia write vowels as marks. */
    private static boolean isPartOfWord(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHanOrKana(int c) {
        return c >= 0x3040 && Script.of(c) == Script.KANA;
    }
}
