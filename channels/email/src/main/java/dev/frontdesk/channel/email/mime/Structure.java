package dev.frontdesk.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parts of a mail in one pass over its bytes: each line is looked at once, and compared with the boundaries of the
 * multiparts that are open there, the outermost first. So what is nested too deep, or too many, costs no more than its bytes.
 */
final class Structure {
    private static final int NOTHING = -1;

    private final byte[] bytes;
    private final int end;
    private final Budget budget;
    private final List<byte[]> open = new ArrayList<>();
    private int at;
    /** The open multipart whose boundary was the last line read, {@link #NOTHING} at the end of the bytes or inside a part. */
    private int found = NOTHING;

    private boolean last;
    /** The end of what stood before that boundary, without the line end that belongs to the boundary. */
    private int stop;

    private Structure(Slice mail, Budget budget) {
        bytes = mail.bytes();
        at = mail.from();
        end = mail.to();
        this.budget = budget;
    }

    static Part of(Slice mail, Budget budget) {
        return new Structure(mail, budget).part(0, MediaType.TEXT);
    }

    private Part part(int depth, MediaType unless) {
        budget.part();
        found = NOTHING;
        var block = new HeaderBlock(new Slice(bytes, at, end), this::boundary, budget).read(depth == 0);
        var headers = block.headers();
        var type = headers.all("Content-Type").stream()
                .map(MediaType::read)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(unless);
        if (found != NOTHING) {
            // A boundary in the midst of the headers: the part ends there.
            stop = before(block.end(), at);
            at = nextLine(block.end());
            return Part.leaf(headers, type, new Slice(bytes, stop, stop));
        }
        at = block.end();
        if (depth >= budget.limits().depth()) {
            if (type.is("multipart") || type.name().equals("message/rfc822")) {
                budget.note("Parts are nested more than " + depth + " deep; what lies deeper is kept as one file.");
            }
            return leaf(headers, type);
        }
        if (type.is("multipart")) {
            var boundary = boundary(type);
            if (boundary.isPresent()) {
                return multipart(depth, headers, type, boundary.get());
            }
        }
        return mail(type) ? message(depth, headers, type) : leaf(headers, type);
    }

    private Part leaf(Headers headers, MediaType type) {
        int from = at;
        toBoundary();
        return Part.leaf(headers, type, new Slice(bytes, from, stop));
    }

    private Part multipart(int depth, Headers headers, MediaType type, byte[] boundary) {
        int from = at;
        int level = open.size();
        open.add(boundary);
        toBoundary();
        var preamble = new Slice(bytes, from, stop);
        var parts = new ArrayList<Part>();
        var unless = type.name().equals("multipart/digest") ? MediaType.MAIL : MediaType.TEXT;
        while (found == level && !last && budget.morePartsAllowed()) {
            parts.add(part(depth + 1, unless));
        }
        open.removeLast();
        if (found >= level) {
            // Behind the last part, or more of them than anybody reads.
            toBoundary();
        }
        return new Part(Part.Kind.MULTIPART, headers, type, preamble, new Slice(bytes, from, stop), parts);
    }

    private Part message(int depth, Headers headers, MediaType type) {
        int from = at;
        var encoding = headers.first("Content-Transfer-Encoding")
                .flatMap(TransferEncoding::named)
                .orElse(TransferEncoding.NONE);
        if (encoding == TransferEncoding.NONE) {
            var inner = part(depth + 1, MediaType.TEXT);
            var body = new Slice(bytes, from, Math.max(from, stop));
            return new Part(Part.Kind.MESSAGE, headers, type, body.first(0), body, List.of(inner));
        }
        var leaf = leaf(headers, type);
        if (!budget.decode(leaf.body().size())) {
            return leaf;
        }
        var inner = new Structure(Slice.of(leaf.decoded()), budget).part(depth + 1, MediaType.TEXT);
        return new Part(Part.Kind.MESSAGE, headers, type, leaf.body().first(0), leaf.body(), List.of(inner));
    }

    private static boolean mail(MediaType type) {
        return type.name().equals("message/rfc822") || type.name().equals("message/global");
    }

    /** Goes on to the next boundary line of an open multipart, or to the end. */
    private void toBoundary() {
        int from = at;
        for (int line = at; line < end; line = nextLine(line)) {
            if (bytes[line] == '-' && boundary(line)) {
                stop = before(line, from);
                at = nextLine(line);
                return;
            }
        }
        found = NOTHING;
        stop = end;
        at = end;
    }

    private int before(int line, int from) {
        int to = line;
        if (to > from && bytes[to - 1] == '\n') {
            to--;
            if (to > from && bytes[to - 1] == '\r') {
                to--;
            }
        }
        return to;
    }

    private int nextLine(int line) {
        int next = line;
        while (next < end && bytes[next] != '\n') {
            next++;
        }
        return Math.min(next + 1, end);
    }

    /** Whether a line is the boundary of an open multipart. What follows it on its line says nothing. */
    private boolean boundary(int line) {
        if (line + 2 >= end || bytes[line] != '-' || bytes[line + 1] != '-') {
            return false;
        }
        for (int level = 0; level < open.size(); level++) {
            int behind = behind(line + 2, open.get(level));
            if (behind == end || behind > 0 && bytes[behind] <= ' ' && bytes[behind] >= 0) {
                return found(level, false);
            }
            if (behind > 0 && behind + 1 < end && bytes[behind] == '-' && bytes[behind + 1] == '-') {
                return found(level, true);
            }
        }
        return false;
    }

    private boolean found(int level, boolean last) {
        found = level;
        this.last = last;
        return true;
    }

    private int behind(int from, byte[] boundary) {
        if (from + boundary.length > end) {
            return NOTHING;
        }
        for (int i = 0; i < boundary.length; i++) {
            if (bytes[from + i] != boundary[i]) {
                return NOTHING;
            }
        }
        return from + boundary.length;
    }

    /** As declared; where that was forgotten, the first line that looks like one. */
    private Optional<byte[]> boundary(MediaType type) {
        var declared = type.parameter("boundary").filter(boundary -> !boundary.isBlank());
        if (declared.isPresent()) {
            return declared.map(boundary -> boundary.getBytes(StandardCharsets.ISO_8859_1));
        }
        int lines = 0;
        for (int line = at; line < end && lines < 200; line = nextLine(line), lines++) {
            int next = nextLine(line);
            boolean dashes = line + 4 < end && bytes[line] == '-' && bytes[line + 1] == '-' && next - line < 200;
            if (dashes && new Slice(bytes, next, end).first(8).latin1().equalsIgnoreCase("content-")) {
                budget.note("The boundary between the parts was not declared; it was guessed.");
                return Optional.of(new Slice(bytes, line + 2, next)
                        .latin1()
                        .stripTrailing()
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        budget.note("The mail says that it has parts, but not where they begin.");
        return Optional.empty();
    }
}
