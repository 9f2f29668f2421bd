package dev.frontdesk.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads the headers at the start of a part. They end at an empty line, at a boundary, or where lines begin that are none: a text
 * whose empty line was forgotten is a text all the same. A bad line between good ones is passed over.
 */
final class HeaderBlock {
    private static final int MOST_FIELDS = 5_000;
    private static final int LONGEST_NAME = 200;
    /** What is kept of one field: a flood in one must not cost the others. */
    private static final int LONGEST_FIELD = 64 << 10;

    /** @param end where the body begins, or the boundary line that cut the headers off */
    record Read(Headers headers, int end) {}

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final IntPredicate boundary;
    private final Budget budget;
    private final List<Headers.Field> fields = new ArrayList<>();
    /** The field being read, {@code -1} when there is none. */
    private int field = -1;

    private int fieldEnd;
    private int kept;
    private int line;

    /** @param boundary whether a boundary stands on the line that begins there */
    HeaderBlock(Slice rest, IntPredicate boundary, Budget budget) {
        bytes = rest.bytes();
        start = rest.from();
        end = rest.to();
        this.boundary = boundary;
        this.budget = budget;
        line = start;
    }

    Read read(boolean outer) {
        int most = budget.headerBytes(outer);
        int body = body(most);
        finish();
        budget.readHeaders(outer, kept);
        return new Read(new Headers(fields), body);
    }

    private int body(int most) {
        for (; line < end; line = next(line)) {
            if (empty(line)) {
                return next(line);
            }
            if (bytes[line] == '-' && boundary.test(line)) {
                return line;
            }
            if (kept >= most || fields.size() >= MOST_FIELDS) {
                finish();
                budget.note("Its headers are longer than anybody's; the rest of them was not read.");
                continue;
            }
            if (blank(line)) {
                // A line of blanks goes on with the field before; where no field follows it was meant as the empty
                // line.
                int after = next(line);
                if (field >= 0 && !(field(after) || after < end && (blank(after) || empty(after)))) {
                    return after;
                }
            } else if (field(line)) {
                finish();
                field = line;
            } else if (!goesOn(line)) {
                if (fields.isEmpty() && field < 0 && !envelope(line)) {
                    return start;
                }
                finish();
                if (!envelope(line) && !field(next(line))) {
                    budget.note("The empty line between the headers and the text is missing.");
                    return line;
                }
            }
            fieldEnd = Math.max(field, Math.min(next(line), field + LONGEST_FIELD));
        }
        return end;
    }

    /** Takes what was gathered as a field. */
    private void finish() {
        if (field >= 0 && fieldEnd > field) {
            int colon = colon(field);
            kept += fieldEnd - field;
            int to = fieldEnd;
            while (to > colon + 1 && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
                to--;
            }
            fields.add(new Headers.Field(
                    new Slice(bytes, field, colon).latin1().strip(),
                    new Slice(bytes, Math.min(colon + 1, to), to).latin1()));
        }
        field = -1;
    }

    /** A line that goes on with the field before it. */
    private boolean goesOn(int line) {
        return (bytes[line] == ' ' || bytes[line] == '\t') && (field >= 0 || !fields.isEmpty());
    }

    /** The line some mailboxes put before a mail. */
    private boolean envelope(int line) {
        var first = new Slice(bytes, line, end).first(6).latin1();
        return line == start && (first.startsWith("From ") || first.equals(">From "));
    }

    private boolean field(int line) {
        return colon(line) > line;
    }

    /** Where the name of a field ends, or -1: printable ASCII without blanks, but for blanks before the colon. */
    private int colon(int line) {
        int at = line;
        while (at < end && at - line < LONGEST_NAME && bytes[at] > ' ' && bytes[at] < 127 && bytes[at] != ':') {
            at++;
        }
        int name = at;
        while (at < end && at - name < 4 && name > line && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at < end && bytes[at] == ':' && name > line ? at : -1;
    }

    private boolean empty(int line) {
        return bytes[line] == '\n' || bytes[line] == '\r' && (line + 1 == end || bytes[line + 1] == '\n');
    }

    private boolean blank(int line) {
        int at = line;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at > line && (at == end || bytes[at] == '\n' || bytes[at] == '\r');
    }

    private int next(int line) {
        int next = line;
        while (next < end && bytes[next] != '\n') {
            next++;
        }
        return Math.min(next + 1, end);
    }
}
