package dev.frontdesk.plugin.intent.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a message in one spelling: lower case, е for ё, contractions written out, digits apart from letters. */
final class Words {
    private static final String SIGNS = "?$€£%+*/=#";
    private static final Map<String, List<String>> SPELLINGS = Lines.map("spellings.txt");

    /** Faces in signs, and what they are as a picture; the longer first. */
    private static final Map<String, String> FACES = faces();

    private Words() {}

    private static Map<String, String> faces() {
        var faces = new LinkedHashMap<String, String>();
        for (var happy : List.of(":-)", ":)", "=)", ";-)", ";)", ":d", "))")) {
            faces.put(happy, " 🙂 ");
        }
        for (var sad : List.of(":-(", ":(", "=(", ":'(", "((")) {
            faces.put(sad, " 🙁 ");
        }
        faces.put("<3", " ❤ ");
        return Collections.unmodifiableMap(faces);
    }

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var folded = folded(text);
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c) || isApostropheInside(folded, i, word)) {
                word.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                close(word, words);
                if (SIGNS.indexOf(c) >= 0 || Character.getType(c) == Character.OTHER_SYMBOL) {
                    words.add(Character.toString(c));
                }
            }
            i = next;
        }
        close(word, words);
        return words;
    }

    static String folded(String text) {
        var composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return faces(composed.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('’', '\'')
                .replace('`', '\''));
    }

    private static String faces(String text) {
        if (text.indexOf(')') < 0 && text.indexOf('(') < 0 && text.indexOf(':') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        var faces = text;
        for (var face : FACES.entrySet()) {
            faces = faces.replace(face.getKey(), face.getValue());
        }
        return faces;
    }

    private static boolean isApostropheInside(String text, int at, StringBuilder word) {
        return text.charAt(at) == '\''
                && !word.isEmpty()
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static void close(StringBuilder word, List<String> words) {
        if (word.isEmpty()) {
            return;
        }
        var whole = word.toString();
        word.setLength(0);
        var written = SPELLINGS.get(whole);
        if (written != null) {
            words.addAll(written);
            return;
        }
        int apostrophe = whole.indexOf('\'');
        if (apostrophe > 0) {
            contracted(whole.substring(0, apostrophe), whole.substring(apostrophe + 1), words);
        } else {
            measured(whole, words);
        }
    }

    private static void contracted(String head, String tail, List<String> words) {
        switch (tail) {
            case "s" -> words.addAll(List.of(head, "'s"));
            case "re" -> words.addAll(List.of(head, "are"));
            case "ve" -> words.addAll(List.of(head, "have"));
            case "ll" -> words.addAll(List.of(head, "will"));
            case "d" -> words.addAll(List.of(head, "would"));
            case "m" -> words.addAll(List.of(head, "am"));
            case "t" -> words.addAll(List.of(head.endsWith("n") ? head.substring(0, head.length() - 1) : head, "not"));
            default -> words.add(head + tail);
        }
    }

    /** "7am" and "5кг" are a number and what it counts. */
    private static void measured(String word, List<String> words) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        if (digits > 0 && digits < word.length()) {
            words.add(word.substring(0, digits));
            words.add(word.substring(digits));
        } else {
            words.add(word);
        }
    }
}
