package dev.frontdesk.channel.email.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text, by what a mail says of them and by what they look like. Never fails: an unknown or wrong name is answered by a
 * guess, and what fits nowhere becomes U+FFFD. NUL, which no database wants in a text, is left out.
 */
final class CharacterSets {
    private CharacterSets() {}

    /** Names that mean a bigger set than they say, and misspelled ones. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("iso885911", "x-windows-874"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("xgbk", "GB18030"),
            Map.entry("euccn", "GB18030"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("iso2022jp", "x-windows-iso2022jp"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("ucs2", "UTF-16"),
            Map.entry("xunknown", ""),
            Map.entry("unknown8bit", ""),
            Map.entry("usascii", ""),
            Map.entry("ascii", ""),
            Map.entry("ansix341968", ""),
            Map.entry("default", ""),
            Map.entry("none", ""));

    /** The text, whatever it takes. */
    static String decode(byte[] bytes, String declared) {
        var name = key(declared);
        if (name.isEmpty()) {
            return shown(guessed(bytes));
        }
        if (name.equals("utf7") || name.equals("unicode11utf7") || name.equals("xutf7")) {
            return shown(Utf7.decode(bytes));
        }
        var charset = named(declared, name);
        if (charset.isPresent() && charset.get().name().startsWith("UTF-16")) {
            return shown(new String(bytes, order(bytes, charset.get())));
        }
        return shown(charset.isPresent() ? as(charset.get(), bytes) : guessed(bytes));
    }

    /** Whether the name says how to read bytes. */
    static boolean known(String declared) {
        var name = key(declared);
        return name.contains("utf7")
                || MEANT.containsKey(name)
                || named(declared, name).isPresent();
    }

    private static String key(String declared) {
        var key = new StringBuilder();
        for (char c : declared.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static Optional<Charset> named(String declared, String key) {
        var meant = MEANT.get(key);
        if (meant != null) {
            return meant.isEmpty() ? Optional.empty() : supported(meant);
        }
        var asked = supported(declared.strip());
        if (asked.isPresent() || key.isEmpty()) {
            return asked;
        }
        // cp-1251, windows1251, iso-8859_5, utf8 …
        if (key.startsWith("windows125") || key.startsWith("cp125") || key.startsWith("win125")) {
            return supported("windows-" + key.substring(key.indexOf("125")));
        }
        if (key.startsWith("iso8859")) {
            return supported("ISO-8859-" + key.substring(7));
        }
        return supported(key);
    }

    private static Optional<Charset> supported(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** By the declared set where that fits; bytes that are valid UTF-8 by accident are none in practice. */
    private static String as(Charset charset, byte[] bytes) {
        var exact = strictly(charset, bytes);
        if (exact.isPresent() && (singleByte(charset) ? !utf8(bytes) : true)) {
            return exact.get();
        }
        var utf8 = strictly(StandardCharsets.UTF_8, bytes);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        if (exact.isPresent()) {
            return exact.get();
        }
        // A few broken bytes in a text of this set, or another set altogether.
        var replaced = new String(bytes, charset);
        int broken = count(replaced, '\uFFFD');
        return broken <= 2 + replaced.length() / 50 ? replaced : guessed(bytes);
    }

    private static boolean singleByte(Charset charset) {
        return charset.name().startsWith("windows-125") || charset.name().startsWith("ISO-8859");
    }

    /** Valid UTF-8 with characters beyond ASCII: nobody writes {@code Ã¼} on purpose. */
    private static boolean utf8(byte[] bytes) {
        return strictly(StandardCharsets.UTF_8, bytes)
                .map(text -> text.length() < bytes.length)
                .orElse(false);
    }

    private static String guessed(byte[] bytes) {
        if (escapes(bytes)) {
            var japanese = supported("x-windows-iso2022jp").flatMap(charset -> strictly(charset, bytes));
            if (japanese.isPresent()) {
                return japanese.get();
            }
        }
        return strictly(StandardCharsets.UTF_8, bytes)
                .orElseGet(() -> new String(bytes, Cyrillic.likely(bytes).orElse(Charset.forName("windows-1252"))));
    }

    private static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text).map(CharBuffer::toString);
        } catch (CharacterCodingException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /** UTF-16 without a mark of its order: the zeros of Western text say which byte is the high one. */
    private static Charset order(byte[] bytes, Charset declared) {
        boolean marked = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff;
        if (marked || !declared.equals(StandardCharsets.UTF_16)) {
            return declared;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < bytes.length && i < 4_000; i += 2) {
            even += bytes[i] == 0 || bytes[i] == 4 ? 1 : 0;
            odd += bytes[i + 1] == 0 || bytes[i + 1] == 4 ? 1 : 0;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static String shown(String text) {
        var marked = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
        return marked.indexOf('\0') < 0 ? marked : marked.replace("\0", "");
    }

    private static int count(String text, char what) {
        return (int) text.chars().filter(c -> c == what).count();
    }
}
