package dev.frontdesk.channel.email.reply;

import dev.frontdesk.channel.email.reply.Line.Kind;
import java.util.List;

/** The name, the numbers and the legal words below a text. */
final class Signature {
    /** A signature is short; behind a mere rule it is shorter still. */
    private static final int MOST_LINES = 25;

    private static final int MOST_LINES_BELOW_RULE = 10;
    private static final int LONGEST_BELOW_RULE = 120;

    private Signature() {}

    static List<Line> without(List<Line> lines) {
        int end = end(lines, lines.size());
        int start = start(lines, end);
        return lines.subList(0, start < end ? end(lines, start) : end);
    }

    /** The end of the text when what nobody wrote is taken from below. */
    private static int end(List<Line> lines, int from) {
        int end = from;
        while (end > 0 && lines.get(end - 1).kind() != Kind.TEXT) {
            end--;
        }
        return end == 0 ? from : end;
    }

    /** Where a signature starts, or the end. Only a text may stand above one. */
    private static int start(List<Line> lines, int end) {
        int text = 0;
        while (text < end && lines.get(text).kind() != Kind.TEXT) {
            text++;
        }
        int written = 0;
        int longest = 0;
        int start = end;
        for (int i = end - 1; i > text && written <= MOST_LINES; i--) {
            var line = lines.get(i);
            if (line.kind() == Kind.QUOTE) {
                break;
            }
            if (line.kind() == Kind.RULE
                    && (marks(line) || written <= MOST_LINES_BELOW_RULE && longest <= LONGEST_BELOW_RULE)) {
                start = i;
            }
            written += line.kind() == Kind.TEXT ? 1 : 0;
            longest = Math.max(longest, line.bare().length());
        }
        return start;
    }

    /** The two dashes that were agreed on. */
    private static boolean marks(Line line) {
        return line.bare().equals("--") || line.bare().equals("—");
    }
}
