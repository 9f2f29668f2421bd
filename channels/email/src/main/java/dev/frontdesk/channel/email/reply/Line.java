package dev.frontdesk.channel.email.reply;

/**
 * One line and what it looks like on its own.
 *
 * @param text as it stands
 * @param bare without the blanks around it
 */
record Line(String text, String bare, Kind kind) {

    enum Kind {
        EMPTY,
        /** Nothing but dashes, stars and the like. */
        RULE,
        /** Quoted from another mail. */
        QUOTE,
        /** What a device or a program adds. */
        DEVICE,
        TEXT
    }

    private static final String RULES = "-_=*#~+—–";

    static Line of(String text) {
        var clean = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        var bare = clean.strip();
        return new Line(clean, bare, kind(bare));
    }

    private static Kind kind(String bare) {
        // A mark that a tracking program leaves.
        if (bare.isEmpty() || bare.equals("\u1427") || bare.chars().allMatch(c -> c == '\u00A0' || c == '\u200B')) {
            return Kind.EMPTY;
        }
        if ((bare.length() > 1 || bare.equals("—")) && bare.chars().allMatch(c -> RULES.indexOf(c) >= 0 || c == ' ')) {
            return Kind.RULE;
        }
        if (quoted(bare)) {
            return Kind.QUOTE;
        }
        return Device.added(bare) ? Kind.DEVICE : Kind.TEXT;
    }

    /** Behind {@code >}, behind a bar, or behind somebody's initials and {@code >}. */
    private static boolean quoted(String bare) {
        char first = bare.charAt(0);
        if (first == '>' || first == '|' && (bare.length() == 1 || bare.charAt(1) == ' ')) {
            return true;
        }
        int letters = 0;
        while (letters < bare.length() && letters < 4 && Character.isUpperCase(bare.charAt(letters))) {
            letters++;
        }
        return letters > 0 && letters < 4 && letters < bare.length() && bare.charAt(letters) == '>';
    }
}
