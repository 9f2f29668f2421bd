package dev.frontdesk.channel.email.mime;

/** Characters that show nothing or turn the text around them: they have no place in names of people and files. */
final class Invisible {
    private Invisible() {}

    static boolean is(int c) {
        return c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069
                || c == 0x00AD
                || c == 0x061C
                || c == 0xFEFF;
    }

    static String without(String text) {
        if (text.chars().noneMatch(Invisible::is)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.chars().filter(c -> !is(c)).forEach(c -> shown.append((char) c));
        return shown.toString().strip();
    }
}
