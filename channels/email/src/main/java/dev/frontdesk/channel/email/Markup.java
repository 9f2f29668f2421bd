package dev.frontdesk.channel.email;

import com.google.re2j.Pattern;

/** A text as HTML: the same words, with its links. */
final class Markup {
    /** Linear: one class of characters, once. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private Markup() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<div>");
        int from = 0;
        var links = LINK.matcher(text);
        while (links.find()) {
            escape(html, text.substring(from, links.start()));
            html.append("<a href=\"");
            escape(html, links.group());
            html.append("\">");
            escape(html, links.group());
            html.append("</a>");
            from = links.end();
        }
        escape(html, text.substring(from));
        return html.append("</div>").toString();
    }

    private static void escape(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\n' -> to.append("<br>\n");
                case '\r' -> {}
                default -> to.append(c);
            }
        }
    }
}
