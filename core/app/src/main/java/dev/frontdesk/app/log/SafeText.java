package dev.frontdesk.app.log;

/** Text from outside cannot begin a line of the log, colour it or show a secret. */
final class SafeText {
    private SafeText() {}

    static String of(String text, boolean lines) {
        var safe = new StringBuilder(text.length());
        for (char c : Secrets.mask(text).toCharArray()) {
            if (c == '\n' && lines) {
                safe.append("\n  | ");
            } else if (c == '\t' || !hostile(c)) {
                safe.append(c);
            } else if (c == '\n') {
                safe.append("\\n");
            } else if (c == '\r') {
                safe.append("\\r");
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }

    private static boolean hostile(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
