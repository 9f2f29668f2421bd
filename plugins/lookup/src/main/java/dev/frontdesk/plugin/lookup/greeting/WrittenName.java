package dev.frontdesk.plugin.lookup.greeting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a profile's name, without pictures, brackets and what follows a bar.
 *
 * @param lastNameFirst written as in lists: Schmidt, Anna
 */
record WrittenName(List<String> words, boolean lastNameFirst) {
    static final int MOST_WORDS = 5;
    private static final int LONGEST = 100;
    private static final WrittenName NONE = new WrittenName(List.of(), false);

    static WrittenName of(String profile) {
        if (profile.length() > LONGEST) {
            return NONE;
        }
        var text = Normalizer.normalize(profile, Normalizer.Form.NFKC).strip();
        int at = text.indexOf('@');
        if (at >= 0) {
            return at == 0 ? handle(text.substring(1)) : handle(text.substring(0, at));
        }
        if (text.indexOf(' ') < 0
                && (text.indexOf('_') > 0 || text.indexOf('.') > 0 && text.indexOf('.') < text.length() - 1)) {
            return handle(text);
        }
        var kept = beforeAside(text);
        int comma = kept.indexOf(',');
        if (comma < 0) {
            return new WrittenName(words(kept), false);
        }
        var before = words(kept.substring(0, comma));
        var after = words(kept.substring(comma + 1));
        boolean turned = before.size() == 1 && !after.isEmpty() && !Names.isTitle(after.getFirst());
        var all = new ArrayList<>(before);
        all.addAll(after);
        return new WrittenName(all, turned);
    }

    /** anna.s, anna_schmidt: a name if its beginning is one, else an invention. */
    private static WrittenName handle(String text) {
        var words =
                words(text.replace('.', ' ').replace('_', ' ').replace('-', ' ').replace('+', ' '));
        boolean named = !words.isEmpty()
                && (Names.isFirst(words.getFirst()) || words.size() == 2 && Names.isFirst(words.get(1)));
        return named ? new WrittenName(words, false) : NONE;
    }

    private static String beforeAside(String text) {
        int end = text.length();
        for (char c : new char[] {'(', '[', '{', '|', '/', '\\', '•', '·', '–', '—'}) {
            int at = text.indexOf(c);
            end = at > 0 ? Math.min(end, at) : end;
        }
        int dash = text.indexOf(" - ");
        return text.substring(0, dash > 0 ? Math.min(end, dash) : end);
    }

    /** A word with a number in it is kept, to be seen as no name. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK
                    || !word.isEmpty() && (c == '-' || c == '\'' || c == '’')) {
                word.appendCodePoint(c);
            } else if (c != 0x200d && Character.getType(c) != Character.FORMAT) {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        while (!word.isEmpty() && "-'’".indexOf(word.charAt(word.length() - 1)) >= 0) {
            word.setLength(word.length() - 1);
        }
        if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
