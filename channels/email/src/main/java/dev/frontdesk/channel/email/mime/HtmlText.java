package dev.frontdesk.channel.email.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person reads of an HTML mail, as plain text: paragraphs and line breaks kept, quotes behind {@code >}, styles and scripts
 * left out. One pass over the characters, whatever is nested in what; not a step of making HTML safe.
 */
public final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> APART =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre");
    /** Their content is nothing to read. */
    private static final Set<String> SILENT =
            Set.of("head", "script", "style", "title", "template", "noscript", "svg", "math", "object");

    private static final int DEEPEST_QUOTE = 20;

    private final String html;
    private final Lines lines = new Lines();
    private int at;
    private int pre;
    private boolean headGoesOn;

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text of an HTML document, with lines ending in {@code \n}. */
    public static String of(String html) {
        return new HtmlText(html).read();
    }

    /** Plain text as HTML. */
    static String escaped(String text) {
        return "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>";
    }

    private String read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && tag()) {
                continue;
            }
            if (c == '&') {
                entity();
            } else {
                lines.character(c, pre > 0);
                at++;
            }
        }
        return lines.text();
    }

    /** Reads a tag or a comment; a bracket that begins neither is text. */
    private boolean tag() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            at = end < 0 ? html.length() : end + 3;
            return true;
        }
        int name = at + 1;
        boolean closing = name < html.length() && html.charAt(name) == '/';
        int start = closing ? name + 1 : name;
        int end = start;
        while (end < html.length() && end - start < 40 && nameCharacter(html.charAt(end))) {
            end++;
        }
        boolean declaration = name < html.length() && "!?".indexOf(html.charAt(name)) >= 0;
        if (end == start && !declaration) {
            return false;
        }
        var element = html.substring(start, end).toLowerCase(Locale.ROOT);
        int behind = behindAttributes(end);
        var attributes = element.equals("img") && !closing ? html.substring(end, behind) : "";
        at = behind;
        if (SILENT.contains(element) && !closing && html.charAt(Math.max(0, behind - 2)) != '/') {
            skip(element);
        } else if (!declaration) {
            element(element, closing, attributes);
        }
        return true;
    }

    private static boolean nameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ':' || c == '-';
    }

    /** Behind the bracket that closes the tag; one in a quoted value does not. */
    private int behindAttributes(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return html.length();
    }

    /** To behind the end of an element whose content is not read. */
    private void skip(String element) {
        if (headGoesOn && element.equals("head")) {
            return;
        }
        for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, element, 0, element.length())) {
                int end = html.indexOf('>', i);
                at = end < 0 ? html.length() : end + 1;
                return;
            }
        }
        // A head that never ends is followed by the text all the same.
        headGoesOn = element.equals("head");
        at = headGoesOn ? at : html.length();
    }

    private void element(String element, boolean closing, String attributes) {
        switch (element) {
            case "br" -> lines.end();
            case "td", "th" -> lines.character(' ', false);
            case "img" -> lines.words(alternative(attributes));
            case "blockquote" -> lines.quote(closing ? -1 : 1);
            case "pre" -> pre = Math.max(0, pre + (closing ? -1 : 1));
            default -> {}
        }
        if (BLOCKS.contains(element)) {
            lines.block(APART.contains(element));
        }
        if (element.equals("li") && !closing) {
            lines.words("- ");
        }
        if (element.equals("hr")) {
            lines.words("________________________________");
            lines.block(false);
        }
    }

    private static String alternative(String attributes) {
        int alt = attributes.toLowerCase(Locale.ROOT).indexOf(" alt=");
        int from = alt + 6;
        if (alt < 0 || from >= attributes.length()) {
            return "";
        }
        int end = attributes.indexOf(attributes.charAt(from - 1), from);
        return end < 0 || end - from > 200 ? "" : Entities.decoded(attributes.substring(from, end));
    }

    private void entity() {
        int end = at + 1;
        while (end < html.length()
                && end - at < 12
                && html.charAt(end) != ';'
                && html.charAt(end) > ' '
                && html.charAt(end) != '<') {
            end++;
        }
        var character = end < html.length() && html.charAt(end) == ';'
                ? Entities.named(html.substring(at + 1, end))
                : Optional.<String>empty();
        if (character.isPresent()) {
            lines.words(character.get());
            at = end + 1;
        } else {
            lines.character('&', false);
            at++;
        }
    }

    /** Puts the lines together: blanks as one, empty lines where paragraphs end. */
    private static final class Lines {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quote;
        private boolean apart;

        void character(char c, boolean asIs) {
            if (c == '\n' && asIs) {
                end();
            } else if (c == '\r') {
                return;
            } else if (c <= ' ' && !asIs) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else {
                line.append(c);
            }
        }

        void words(String words) {
            words.chars().forEach(c -> character((char) c, false));
        }

        /** A line break. */
        void end() {
            flush();
        }

        /** The edge of a block: what follows begins a line. */
        void block(boolean withSpace) {
            if (!line.toString().isBlank()) {
                flush();
            } else {
                line.setLength(0);
            }
            apart |= withSpace;
        }

        void quote(int by) {
            block(true);
            quote = Math.clamp((long) quote + by, 0, DEEPEST_QUOTE);
        }

        String text() {
            block(false);
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) <= ' ') {
                end--;
            }
            return text.substring(0, end);
        }

        private boolean endsEmpty() {
            int length = text.length();
            return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
        }

        private void flush() {
            var words = line.toString().stripTrailing();
            line.setLength(0);
            if (apart && !text.isEmpty() && !words.isEmpty() && !endsEmpty()) {
                text.append('\n');
            }
            if (!words.isEmpty()) {
                apart = false;
            } else if (text.isEmpty()) {
                return;
            }
            if (quote > 0) {
                text.append(">".repeat(quote)).append(words.isEmpty() ? "" : " ");
            }
            text.append(words).append('\n');
        }
    }
}
