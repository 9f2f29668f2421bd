package dev.frontdesk.plugin.intent.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a run of digits, or one other sign, and where it stands.
 *
 * @param word in lower case, with е for ё
 */
record Token(String word, int from, int to) {

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < text.length(); ) {
            int end = i + 1;
            if (isDigit(text.charAt(i))) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
            } else if (Character.isLetter(text.charAt(i))) {
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
            }
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00a0') {
                var word = text.substring(i, end).toLowerCase(Locale.ROOT).replace('ё', 'е');
                tokens.add(new Token(word, i, end));
            }
            i = end;
        }
        return tokens;
    }

    /** Only the ten of ASCII: what a price or a date is written with. */
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isNumber() {
        return isDigit(word.charAt(0));
    }

    /** The number, or -1 where these are no digits, or more than nine. */
    int number() {
        return isNumber() && word.length() < 10 ? Integer.parseInt(word) : -1;
    }

    boolean touches(Token next) {
        return to == next.from;
    }
}
