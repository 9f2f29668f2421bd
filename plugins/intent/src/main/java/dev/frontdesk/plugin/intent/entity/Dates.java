package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first day a text names, and the first time of day; a time alone is the next such. */
final class Dates {
    private Dates() {}

    static Optional<Found<Value>> first(String text, Locale locale, ZonedDateTime now) {
        var tokens = Token.of(text);
        var moment = Moments.first(tokens, now);
        if (moment.isPresent()) {
            return moment.map(found -> value(found, found.what()));
        }
        var day = new Days(tokens, now.toLocalDate(), locale).first();
        var time = ClockTimes.first(tokens);
        if (day.isEmpty()) {
            return time.map(found -> value(found, next(found.what(), now)));
        }
        var found = day.get();
        var at = time.filter(it -> isBeside(tokens, it, found));
        var begin = found.what().atStartOfDay(now.getZone());
        return Optional.of(at.map(it -> value(
                        new Found<>(Math.min(it.from(), found.from()), Math.max(it.to(), found.to()), it.what()),
                        found.what().atTime(it.what()).atZone(now.getZone())))
                .orElseGet(() -> value(found, begin)));
    }

    /** What stands between is taken out of the text with them: at most three words, and nothing that names something itself. */
    private static boolean isBeside(List<Token> tokens, Found<LocalTime> time, Found<?> day) {
        int from = Math.min(time.to(), day.to());
        int to = Math.max(time.from(), day.from());
        var between = tokens.stream()
                .filter(token -> token.from() >= from && token.to() <= to)
                .toList();
        return between.size() <= 3 && between.stream().noneMatch(Token::isNumber);
    }

    private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
        var today = now.with(time);
        return today.isBefore(now) ? now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone()) : today;
    }

    private static Found<Value> value(Found<?> place, ZonedDateTime when) {
        return new Found<>(place.from(), place.to(), new Value.Time(when.toInstant()));
    }
}
