package dev.frontdesk.plugin.intent.entity;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Distances from now: "in two hours", "3 days ago", "через неделю". Of days and longer the beginning of the day counts. */
final class Moments {
    private static final long MOST = 10_000;

    private Moments() {}

    static Optional<Found<ZonedDateTime>> first(List<Token> tokens, ZonedDateTime now) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean in = DateWords.IN.contains(tokens.get(i).word());
            var span = span(tokens, in ? i + 1 : i, in);
            if (span.isEmpty()) {
                continue;
            }
            int last = span.get().next();
            boolean ago = last < tokens.size()
                    && DateWords.AGO.contains(tokens.get(last).word());
            if (in || ago) {
                int from = tokens.get(i).from();
                int to = tokens.get(ago ? last : last - 1).to();
                return Optional.of(new Found<>(from, to, span.get().from(now, ago ? -1 : 1)));
            }
        }
        return Optional.empty();
    }

    private record Span(long count, ChronoUnit unit, int next) {
        ZonedDateTime from(ZonedDateTime now, int direction) {
            var moment = now.plus(direction * count, unit);
            return unit.isTimeBased() ? moment : moment.truncatedTo(ChronoUnit.DAYS);
        }
    }

    /** "3 days", "a week", and after "in" a bare "неделю". */
    private static Optional<Span> span(List<Token> tokens, int at, boolean in) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        var first = tokens.get(at);
        long count = 1;
        int unit = at;
        var words = NumberWords.at(tokens, at);
        if (first.number() >= 0) {
            count = first.number();
            unit = at + 1;
        } else if (words.isPresent()) {
            count = words.get().value();
            unit = words.get().next();
        } else if (first.word().equals("a") || first.word().equals("an")) {
            unit = at + 1;
        } else if (!in && !isRussian(first)) {
            return Optional.empty();
        }
        if (unit >= tokens.size() || count > MOST) {
            return Optional.empty();
        }
        long howMany = count;
        int next = unit + 1;
        return DateWords.unit(tokens.get(unit).word()).map(it -> new Span(howMany, it, next));
    }

    /** "Неделю назад" needs no word for one; "week ago" is nobody's English. */
    private static boolean isRussian(Token token) {
        return Character.UnicodeScript.of(token.word().codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }
}
