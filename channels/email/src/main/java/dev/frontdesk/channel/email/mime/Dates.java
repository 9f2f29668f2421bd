package dev.frontdesk.channel.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the date of a mail: the order of RFC 5322 with or without its ornaments, and ISO 8601. */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("cet", 1),
            Map.entry("met", 1),
            Map.entry("cest", 2),
            Map.entry("mest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9));
    private static final int LONGEST = 200;

    private Dates() {}

    static Optional<Instant> read(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.strip()).toInstant());
        } catch (DateTimeParseException _) {
            return written(value);
        }
    }

    private static Optional<Instant> written(String value) {
        var words = words(value);
        int month = -1;
        for (int i = 0; i < words.size() && month < 0; i++) {
            month = month(words.get(i)) > 0 ? i : -1;
        }
        int clock = -1;
        for (int i = 0; i < words.size() && clock < 0; i++) {
            clock = words.get(i).indexOf(':') > 0 ? i : -1;
        }
        if (month < 0 || clock < 0) {
            return Optional.empty();
        }
        // "12 Feb 1998", or the Unix way: "Feb 12 …".
        var numbers = new ArrayList<Integer>();
        for (int i = Math.max(0, month - 1); i < words.size() && numbers.size() < 2; i++) {
            if (i != month && i != clock && digits(words.get(i)) && words.get(i).length() <= 4) {
                numbers.add(Integer.parseInt(words.get(i)));
            }
        }
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(time(words.get(clock), numbers.get(0), month(words.get(month)), year(numbers.get(1)))
                    .toInstant(zone(words, clock)));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static List<String> words(String value) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char c : value.toLowerCase(Locale.ROOT).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            plain.append(
                    depth > 0
                                    || c == ')'
                                    || c == ','
                                    || c == '-' && !plain.toString().endsWith(" ")
                            ? ' '
                            : c);
        }
        return List.of(plain.toString().strip().split("\\s+"));
    }

    private static int month(String word) {
        return word.length() >= 3 && !digits(word) ? MONTHS.indexOf(word.substring(0, 3)) + 1 : 0;
    }

    private static int year(int year) {
        return year >= 1000 ? year : year < 50 ? 2000 + year : 1900 + year % 1900;
    }

    private static LocalDateTime time(String clock, int day, int month, int year) {
        var parts = clock.replace('.', ':').split(":");
        int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return LocalDateTime.of(
                year, month, day, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Math.min(second, 59));
    }

    private static ZoneOffset zone(List<String> words, int clock) {
        for (int i = clock + 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.length() == 5 && (word.charAt(0) == '+' || word.charAt(0) == '-') && digits(word.substring(1))) {
                int minutes = Integer.parseInt(word.substring(1, 3)) * 60 + Integer.parseInt(word.substring(3));
                return minutes > 18 * 60
                        ? ZoneOffset.UTC
                        : ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -60 : 60) * minutes);
            }
            if (ZONES.containsKey(word)) {
                return ZoneOffset.ofHours(ZONES.getOrDefault(word, 0));
            }
        }
        return ZoneOffset.UTC;
    }

    private static boolean digits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
