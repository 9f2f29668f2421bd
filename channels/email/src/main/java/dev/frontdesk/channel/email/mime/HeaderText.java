package dev.frontdesk.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Header values as people read them: folded lines joined, encoded words (RFC 2047) and raw bytes decoded. Linear in their length. */
final class HeaderText {
    private HeaderText() {}

    /** On one line, one character per byte. */
    static String unfolded(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return value.strip();
        }
        var line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != '\r' && value.charAt(i) != '\n') {
                line.append(value.charAt(i));
            }
        }
        return line.toString().strip();
    }

    /** As text, on one line whatever the words hold. */
    static String decoded(String value) {
        var words = new Words();
        int at = 0;
        int plain = 0;
        while (at < value.length()) {
            var word = value.charAt(at) == '=' ? Word.at(value, at) : Optional.<Word>empty();
            if (word.isPresent()) {
                words.plain(value.substring(plain, at));
                words.encoded(word.get());
                at = word.get().end();
                plain = at;
            } else {
                at++;
            }
        }
        words.plain(value.substring(plain));
        return clean(words.text());
    }

    /** Without control characters; a line end becomes a space. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return clean.toString().strip();
    }

    /** Its first characters, never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Gathers the bytes of neighbouring words, for some programs cut in the middle of a character. */
    private static final class Words {
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private String charset = "";

        void plain(String piece) {
            if (held.size() > 0 && piece.isBlank()) {
                return;
            }
            flush();
            // Raw bytes that were never allowed there: mostly UTF-8.
            text.append(CharacterSets.decode(piece.getBytes(StandardCharsets.ISO_8859_1), ""));
        }

        void encoded(Word word) {
            if (!word.charset().equalsIgnoreCase(charset)) {
                flush();
            }
            charset = word.charset();
            held.writeBytes(word.bytes());
        }

        String text() {
            flush();
            return text.toString();
        }

        private void flush() {
            if (held.size() > 0) {
                text.append(CharacterSets.decode(held.toByteArray(), charset));
                held.reset();
            }
        }
    }

    /** One encoded word, {@code =?charset?B?…?=}. */
    private record Word(String charset, byte[] bytes, int end) {
        private static final int LONGEST_NAME = 80;

        static Optional<Word> at(String value, int start) {
            if (!value.startsWith("=?", start)) {
                return Optional.empty();
            }
            int charset = find(value, '?', start + 2, LONGEST_NAME);
            if (charset < 0 || charset + 2 >= value.length() || value.charAt(charset + 2) != '?') {
                return Optional.empty();
            }
            int from = charset + 3;
            int end = from;
            // The text ends at the next ?=; a stray question mark inside belongs to it.
            while (end + 1 < value.length() && !(value.charAt(end) == '?' && value.charAt(end + 1) == '=')) {
                // Another word begins, so this one never ended; but padding may stand before the end.
                if (value.startsWith("=?", end) && !value.startsWith("=?=", end)) {
                    return Optional.empty();
                }
                end++;
            }
            if (end + 1 >= value.length()) {
                return Optional.empty();
            }
            var name = value.substring(start + 2, charset);
            int language = name.indexOf('*');
            var text = value.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
            var bytes =
                    switch (value.charAt(charset + 1)) {
                        case 'B', 'b' -> TransferEncoding.BASE64.decode(Slice.of(text));
                        case 'Q', 'q' -> q(text);
                        default -> null;
                    };
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new Word(language < 0 ? name : name.substring(0, language), bytes, end + 2));
        }

        private static int find(String value, char c, int from, int within) {
            int at = value.indexOf(c, from);
            return at - from > within ? -1 : at;
        }

        private static byte[] q(byte[] text) {
            for (int i = 0; i < text.length; i++) {
                text[i] = text[i] == '_' ? (byte) ' ' : text[i];
            }
            // A blank before a line end cannot be here, so the rules of bodies do no harm.
            return TransferEncoding.QUOTED_PRINTABLE.decode(Slice.of(text));
        }
    }
}
