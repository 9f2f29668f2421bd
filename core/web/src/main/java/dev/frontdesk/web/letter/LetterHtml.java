package dev.frontdesk.web.letter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The markup of a letter, cleaned: what is left are words, tables, links and pictures. Nothing that runs, loads, sends, frames or
 * covers the page around it. The browser is told the same a second time, by the frame and its policy.
 */
final class LetterHtml {
    /** Before anything is parsed: what is longer or deeper is no letter, and parsing it costs more than it says. */
    static final int LONGEST = 256 * 1024;

    static final int DEEPEST = 200;

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags(
                    "center", "font", "hr", "s", "del", "ins", "big", "address", "main", "section", "article", "header",
                    "footer")
            .addAttributes("font", "color", "face", "size")
            .addAttributes(":all", "align", "valign", "bgcolor", "dir", "lang")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "width", "height")
            .addAttributes("td", "width", "height")
            .addAttributes("th", "width", "height")
            .addProtocols("img", "src", "data")
            .removeProtocols("a", "href", "ftp");

    private LetterHtml() {}

    /**
     * The body as it may be shown; empty when it is longer or deeper than a letter.
     *
     * @param remote whether pictures from elsewhere are kept; loading them tells their owner that the letter was read
     * @param inline the letter's own pictures by their place, as data
     */
    static Optional<String> cleaned(String html, boolean remote, IntFunction<Optional<String>> inline) {
        if (html.length() > LONGEST || depth(html) > DEEPEST) {
            return Optional.empty();
        }
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.outputSettings().prettyPrint(false);
        for (Element picture : dirty.select("img")) {
            picture.attr("src", source(picture.attr("src").strip(), remote, inline));
            picture.removeAttr("srcset");
            if (picture.attr("src").isEmpty()) {
                picture.removeAttr("src");
            }
        }
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false).charset("UTF-8");
        for (Element link : clean.select("a[href]")) {
            link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
        }
        return Optional.of(clean.body().html());
    }

    private static String source(String source, boolean remote, IntFunction<Optional<String>> inline) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cid:")) {
            String place = source.substring(4);
            boolean number =
                    !place.isEmpty() && place.length() < 5 && place.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? inline.apply(Integer.parseInt(place)).orElse("") : "";
        }
        boolean elsewhere = lower.startsWith("https://") || lower.startsWith("http://");
        return elsewhere && remote ? source : "";
    }

    /** Whether there are pictures that are not in the letter. */
    static boolean loads(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        return lower.contains("<img") && (lower.contains("http://") || lower.contains("https://"));
    }

    /** How deep elements stand in each other, counted over the characters and without a parser; rather too deep than too flat. */
    static int depth(String html) {
        int depth = 0;
        int deepest = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            char next = html.charAt(i + 1);
            if (next == '/') {
                depth = Math.max(0, depth - 1);
            } else if (Character.isLetter(next) && !VOID.contains(name(html, i + 1))) {
                deepest = Math.max(deepest, ++depth);
            }
        }
        return deepest;
    }

    private static String name(String html, int from) {
        int to = from;
        while (to < html.length() && to < from + 12 && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
