package dev.frontdesk.channel.email.reply;

/** Whether a line names a date or a time of day, in figures. */
final class Moment {
    private Moment() {}

    /** A year of these times, a clock, or three numbers with dots, dashes or slashes between them. */
    static boolean in(String line) {
        return at(line, line.length()) >= 0;
    }

    /** Whether the line begins with one, but for the name of a day. */
    static boolean first(String line) {
        int at = at(line, 40);
        return at >= 0
                && (Character.isDigit(line.charAt(0)) || at < 26 && line.indexOf(',') > 0 && line.indexOf(',') < 14);
    }

    private static int at(String line, int within) {
        for (int i = 0; i < line.length() && i < within; i++) {
            if (digit(line, i) && !digit(line, i - 1)) {
                int end = i;
                while (digit(line, end)) {
                    end++;
                }
                if (year(line, i, end) || clock(line, i, end) || date(line, end)) {
                    return i;
                }
                i = end;
            }
        }
        return -1;
    }

    private static boolean year(String line, int from, int to) {
        return to - from == 4 && (line.startsWith("19", from) || line.startsWith("20", from));
    }

    private static boolean clock(String line, int from, int to) {
        return to - from <= 2
                && to + 2 < line.length()
                && (line.charAt(to) == ':' || line.charAt(to) == '.')
                && digit(line, to + 1)
                && digit(line, to + 2)
                && !digit(line, to + 3);
    }

    private static boolean date(String line, int to) {
        int at = to;
        if (at >= line.length() || "./-".indexOf(line.charAt(at)) < 0) {
            return false;
        }
        char between = line.charAt(at);
        int second = at + 1;
        int end = second;
        while (digit(line, end)) {
            end++;
        }
        return end > second
                && end - second <= 2
                && end + 1 < line.length()
                && line.charAt(end) == between
                && digit(line, end + 1);
    }

    private static boolean digit(String line, int at) {
        return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
