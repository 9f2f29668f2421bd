package dev.frontdesk.web.file;

import dev.frontdesk.web.http.Refusal;
import java.util.Optional;

/** One stretch of a file that was asked for, both ends in it. */
record Span(long from, long to) {

    long length() {
        return to - from + 1;
    }

    /** Empty for all of it: several stretches at once, or what is no header of this kind, are answered so. */
    static Optional<Span> of(Optional<String> header, long size) {
        String text = header.orElse("");
        if (!text.startsWith("bytes=") || text.indexOf(',') >= 0) {
            return Optional.empty();
        }
        String[] ends = text.substring(6).strip().split("-", -1);
        if (ends.length != 2 || !digits(ends[0]) || !digits(ends[1]) || ends[0].isEmpty() && ends[1].isEmpty()) {
            return Optional.empty();
        }
        long from = ends[0].isEmpty() ? Math.max(0, size - Long.parseLong(ends[1])) : Long.parseLong(ends[0]);
        long to = ends[0].isEmpty() || ends[1].isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(ends[1]));
        if (from > to) {
            throw Refusal.of(416, "no-such-range", "The file is not that long.");
        }
        return Optional.of(new Span(from, to));
    }

    private static boolean digits(String text) {
        return text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
