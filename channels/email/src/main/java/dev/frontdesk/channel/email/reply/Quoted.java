package dev.frontdesk.channel.email.reply;

import dev.frontdesk.channel.email.reply.Line.Kind;
import java.util.ArrayList;
import java.util.List;

/** The mail that is answered, as programs put it below, above or between the answer. For one text. */
final class Quoted {
    private final List<Line> lines;
    private final List<Line> kept = new ArrayList<>();
    private boolean written;

    Quoted(List<Line> lines) {
        this.lines = lines;
    }

    /** The lines without it. */
    List<Line> removed() {
        int last = lastWritten();
        for (int i = 0; i < lines.size(); ) {
            var line = lines.get(i);
            int behind = line.kind() == Kind.TEXT || line.kind() == Kind.RULE ? Opening.end(lines, i) : i;
            behind = behind == i + 1 && !written && tells(line) && !quoteFollows(behind) ? i : behind;
            if (behind == i) {
                kept.add(line);
                written |= line.kind() == Kind.TEXT;
                i++;
            } else if (!written) {
                // Nothing above: the answer is below, and below the quote if one follows.
                i = last > behind ? behindQuote(behind, last) : behind;
            } else if (quoteFollows(behind) && ownTextBelow(behind)) {
                i = behind;
            } else {
                return kept;
            }
        }
        return kept;
    }

    /** With nothing above and no quote below, “that day he wrote:” is somebody telling a story. */
    private static boolean tells(Line line) {
        return line.bare().endsWith(":") && line.bare().indexOf('@') < 0;
    }

    /** The last line that somebody wrote and that is no signature. */
    private int lastWritten() {
        int end = Signature.without(lines).size();
        while (end > 0 && lines.get(end - 1).kind() != Kind.TEXT) {
            end--;
        }
        return end - 1;
    }

    private boolean quoteFollows(int from) {
        int at = skip(from, Kind.EMPTY);
        return at < lines.size() && lines.get(at).kind() == Kind.QUOTE;
    }

    private int behindQuote(int from, int last) {
        int at = from;
        while (at <= last
                && (lines.get(at).kind() == Kind.QUOTE || lines.get(at).kind() == Kind.EMPTY)) {
            at++;
        }
        return quoteFollows(from) ? at : from;
    }

    /** Whether something of one's own stands below the quote, but for a signature. */
    private boolean ownTextBelow(int from) {
        var below = Signature.without(lines.subList(from, lines.size()));
        boolean quote = false;
        for (int i = 0; i < below.size(); i++) {
            var kind = below.get(i).kind();
            quote |= kind == Kind.QUOTE;
            if (kind == Kind.RULE && below.get(i).bare().startsWith("--")) {
                return false;
            }
            if (quote && kind == Kind.TEXT) {
                return Opening.end(below, i) == i;
            }
        }
        return false;
    }

    private int skip(int from, Kind kind) {
        int at = from;
        while (at < lines.size() && lines.get(at).kind() == kind) {
            at++;
        }
        return at;
    }
}
