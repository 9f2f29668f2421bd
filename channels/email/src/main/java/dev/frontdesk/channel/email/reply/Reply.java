package dev.frontdesk.channel.email.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * A text without the mail it answers and without signature.
 *
 * @param text what is new; the whole text when nothing would be left
 * @param trimmed whether something was left out
 */
public record Reply(String text, boolean trimmed) {
    /** More lines than these are looked at no closer: the answer stands at the top of such texts. */
    private static final int MOST_LINES = 20_000;

    /**
     * Trims a text. What stands above a quote is the answer; what stands below one is, too, and then the quote stays with it unless
     * it comes first. Linear in the length of the text.
     */
    public static Reply of(String text) {
        var lines = new ArrayList<Line>();
        for (var line : text.split("\n", MOST_LINES)) {
            lines.add(Line.of(line));
        }
        var own = Signature.without(new Quoted(lines).removed());
        var kept = joined(own);
        if (kept.isBlank() || own.stream().noneMatch(line -> line.kind() == Line.Kind.TEXT)) {
            return new Reply(text, false);
        }
        return new Reply(kept, own.size() < lines.size());
    }

    private static String joined(List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).kind() == Line.Kind.EMPTY) {
            from++;
        }
        while (to > from && lines.get(to - 1).kind() == Line.Kind.EMPTY) {
            to--;
        }
        return String.join(
                "\n", lines.subList(from, to).stream().map(Line::text).toList());
    }
}
