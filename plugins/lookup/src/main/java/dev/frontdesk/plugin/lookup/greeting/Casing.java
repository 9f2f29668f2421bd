package dev.frontdesk.plugin.lookup.greeting;

import java.util.Locale;

/** A name written as names are: what is all small or all capital becomes Anna-Maria; McDonald stays as it is. */
final class Casing {
    private Casing() {}

    static String ofName(String word) {
        boolean mixed = !word.equals(word.toLowerCase(Locale.ROOT)) && !word.equals(word.toUpperCase(Locale.ROOT));
        if (mixed && Character.isUpperCase(word.codePointAt(0))) {
            return word;
        }
        var name = new StringBuilder(word.length());
        boolean begins = true;
        for (int c : word.codePoints().toArray()) {
            name.appendCodePoint(begins ? Character.toTitleCase(c) : Character.toLowerCase(c));
            begins = c == '-' || (c == '\'' || c == '’') && name.length() == 2;
        }
        return name.toString();
    }
}
