package dev.frontdesk.web.file;

import java.nio.charset.StandardCharsets;

/** A name that somebody gave a file, made fit to be shown and to stand in a header. It is never a path. */
public final class FileName {
    private static final int LONGEST = 150;

    private FileName() {}

    /** Its last part, in one line, without what turns the direction of writing round; never empty. */
    public static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints().filter(FileName::fit).forEach(clean::appendCodePoint);
        String text = clean.toString().strip();
        while (text.startsWith(".")) {
            text = text.substring(1);
        }
        return text.isEmpty() ? "file" : shortened(text);
    }

    /** Its ending stays, for people go by it. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int dot = text.lastIndexOf('.');
        String ending = dot > text.length() - 12 ? text.substring(dot) : "";
        int end = LONGEST - ending.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private static boolean fit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** The header Content-Disposition, as RFC 6266 has it. */
    public static String disposition(String how, String name) {
        String shown = shown(name);
        var plain = new StringBuilder();
        shown.chars().forEach(c -> plain.append(c > ' ' - 1 && c < 127 && "\"\\%;".indexOf(c) < 0 ? (char) c : '_'));
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(shown);
    }

    private static String encoded(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "-._~".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : "%" + String.format("%02X", (int) c));
        }
        return out.toString();
    }
}
