package dev.frontdesk.channel.email.mime;

import java.util.Map;
import java.util.Optional;

/** The characters that HTML writes by name or number; of the names those that mails use. */
final class Entities {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("shy", ""),
            Map.entry("zwnj", ""),
            Map.entry("zwj", ""),
            Map.entry("lrm", ""),
            Map.entry("rlm", ""),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("yen", "¥"),
            Map.entry("cent", "¢"),
            Map.entry("sect", "§"),
            Map.entry("para", "¶"),
            Map.entry("deg", "°"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("sbquo", "‚"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bdquo", "„"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("lsaquo", "‹"),
            Map.entry("rsaquo", "›"),
            Map.entry("iexcl", "¡"),
            Map.entry("iquest", "¿"),
            Map.entry("times", "×"),
            Map.entry("divide", "÷"),
            Map.entry("plusmn", "±"),
            Map.entry("frac12", "½"),
            Map.entry("larr", "←"),
            Map.entry("rarr", "→"),
            Map.entry("check", "✓"),
            Map.entry("hearts", "♥"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("aacute", "á"),
            Map.entry("eacute", "é"),
            Map.entry("iacute", "í"),
            Map.entry("oacute", "ó"),
            Map.entry("uacute", "ú"),
            Map.entry("Aacute", "Á"),
            Map.entry("Eacute", "É"),
            Map.entry("Iacute", "Í"),
            Map.entry("Oacute", "Ó"),
            Map.entry("Uacute", "Ú"),
            Map.entry("agrave", "à"),
            Map.entry("egrave", "è"),
            Map.entry("igrave", "ì"),
            Map.entry("ograve", "ò"),
            Map.entry("ugrave", "ù"),
            Map.entry("Agrave", "À"),
            Map.entry("Egrave", "È"),
            Map.entry("acirc", "â"),
            Map.entry("ecirc", "ê"),
            Map.entry("icirc", "î"),
            Map.entry("ocirc", "ô"),
            Map.entry("ucirc", "û"),
            Map.entry("ccedil", "ç"),
            Map.entry("Ccedil", "Ç"),
            Map.entry("ntilde", "ñ"),
            Map.entry("Ntilde", "Ñ"),
            Map.entry("atilde", "ã"),
            Map.entry("otilde", "õ"),
            Map.entry("aring", "å"),
            Map.entry("Aring", "Å"),
            Map.entry("aelig", "æ"),
            Map.entry("AElig", "Æ"),
            Map.entry("oslash", "ø"),
            Map.entry("Oslash", "Ø"),
            Map.entry("euml", "ë"),
            Map.entry("iuml", "ï"),
            Map.entry("oelig", "œ"),
            Map.entry("scaron", "š"));

    private Entities() {}

    /** @param name without {@code &} and semicolon; {@code #233} and {@code #xE9} are numbers */
    static Optional<String> named(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(name));
        }
        boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            boolean fit = code > 0 && Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
            return Optional.of(
                    !fit ? "\uFFFD" : code == 0xA0 ? " " : Invisible.is(code) ? "" : Character.toString(code));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A text with its entities replaced. */
    static String decoded(String text) {
        var decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            var named = end > at && end - at < 12 ? named(text.substring(at + 1, end)) : Optional.<String>empty();
            decoded.append(named.orElse(String.valueOf(text.charAt(at))));
            at = named.isPresent() ? end : at;
        }
        return decoded.toString();
    }
}
