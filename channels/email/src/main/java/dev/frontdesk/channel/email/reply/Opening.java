package dev.frontdesk.channel.email.reply;

import dev.frontdesk.channel.email.reply.Line.Kind;
import java.util.List;
import java.util.Locale;

/** The lines that programs put above a quoted mail: who wrote when, a headline, or its headers. */
final class Opening {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 500;

    private Opening() {}

    /** Behind the opening that begins at a line; the line itself when none does. */
    static int end(List<Line> lines, int start) {
        int headline = headline(lines.get(start).bare()) ? start + 1 : start;
        int headers = headers(lines, headline);
        if (headers > headline) {
            return headers;
        }
        return headline > start ? headline : attribution(lines, start);
    }

    /** {@code -----Original Message-----} in any language, and the one of Apple. */
    private static boolean headline(String bare) {
        if (bare.length() > 100) {
            return false;
        }
        var plain = bare.startsWith("*") && bare.endsWith("*") ? bare.substring(1, bare.length() - 1) : bare;
        var lower = plain.toLowerCase(Locale.ROOT);
        if (Words.FORWARDS.stream().anyMatch(lower::startsWith)) {
            return true;
        }
        boolean ruled =
                plain.startsWith("---") && plain.endsWith("---") || plain.startsWith("___") && plain.endsWith("___");
        return ruled && Words.MESSAGES.stream().anyMatch(lower::contains);
    }

    /** Behind the headers that begin at a line, or that line. A long subject may go on on the next. */
    private static int headers(List<Line> lines, int from) {
        int start = from;
        while (start < lines.size() && start - from < 3 && lines.get(start).kind() == Kind.EMPTY) {
            start++;
        }
        int found = 0;
        boolean sender = false;
        int end = from;
        int others = 0;
        for (int i = start; i < lines.size() && i - start < 15 && others < 2; i++) {
            var header = Words.header(lines.get(i).bare());
            if (header != Words.Header.NONE) {
                found++;
                sender |= header == Words.Header.FROM;
                end = i + 1;
                others = 0;
            } else if (i == start || lines.get(i).kind() == Kind.EMPTY && found > 2) {
                break;
            } else {
                others++;
            }
        }
        return sender && found >= 2 + (lines.get(start).bare().contains("@") ? 0 : 1) ? end : from;
    }

    /** Behind the lines that say who wrote when, or the start. They are often broken in two or three. */
    private static int attribution(List<Line> lines, int start) {
        if (!Words.beginsAttribution(lines.get(start).bare())) {
            return start;
        }
        var joined = new StringBuilder();
        int read = 0;
        for (int i = start; i < lines.size() && read < MOST_LINES && joined.length() < LONGEST; i++) {
            var line = lines.get(i);
            boolean open = open(joined);
            if (line.kind() == Kind.EMPTY) {
                if (!open && !(i + 1 < lines.size() && lines.get(i + 1).bare().startsWith("<"))) {
                    return start;
                }
                continue;
            }
            if (line.kind() == Kind.QUOTE && !open) {
                return start;
            }
            joined.append(joined.isEmpty() || open ? "" : " ").append(line.bare());
            read++;
            if (Words.attribution(joined.toString())) {
                return laterStart(lines, start, i) ? start : i + 1;
            }
        }
        return start;
    }

    /** Whether an address was begun and goes on on the next line. */
    static boolean open(CharSequence joined) {
        return joined.chars().map(c -> c == '<' ? 1 : c == '>' ? -1 : 0).sum() > 0;
    }

    /** Whether the lines below the first are one on their own, date and all: then the first is text. */
    private static boolean laterStart(List<Line> lines, int start, int end) {
        for (int i = start + 1; i <= end; i++) {
            if (lines.get(i).kind() != Kind.EMPTY
                    && Moment.in(lines.get(i).bare())
                    && attribution(lines.subList(0, end + 1), i) == end + 1) {
                return true;
            }
        }
        return false;
    }
}
