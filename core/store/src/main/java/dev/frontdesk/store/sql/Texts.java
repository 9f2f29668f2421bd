package dev.frontdesk.store.sql;

import org.jspecify.annotations.Nullable;

/** Text that both databases take: PostgreSQL refuses NUL and half a surrogate pair, and one such text must not fail a batch. */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    public static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0, length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            // Every text of every row comes by here: look closer only at what may be refused.
            if ((c == 0 || (c & 0xF800) == 0xD800) && refused(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    /** As {@link #storable}, for what is never missing. */
    public static String clean(String text) {
        String storable = storable(text);
        return storable == null ? "" : storable;
    }

    private static String replaced(String text, int from) {
        char[] chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            if (refused(text, i)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean refused(String text, int at) {
        char c = text.charAt(at);
        if (c == 0) {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
