package dev.frontdesk.plugin.intent.entity;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Times of day that leave no doubt: "17:30", "5 pm", "10 утра", "noon". "At five" might be either half of the day. */
final class ClockTimes {
    private static final Map<String, LocalTime> NAMED = Map.of(
            "noon",
            LocalTime.NOON,
            "midday",
            LocalTime.NOON,
            "полдень",
            LocalTime.NOON,
            "midnight",
            LocalTime.MIDNIGHT,
            "полночь",
            LocalTime.MIDNIGHT);
    private static final Set<String> MORNING = Set.of("am", "утра", "ночи");
    private static final Set<String> EVENING = Set.of("pm", "дня", "вечера");
    private static final Set<String> AT = Set.of("в", "к", "до", "после");
    private static final Set<String> HOURS = Set.of("час", "часа", "часов", "ч");

    private ClockTimes() {}

    static Optional<Found<LocalTime>> first(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var found = at(tokens, i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<LocalTime>> at(List<Token> tokens, int i) {
        var token = tokens.get(i);
        var named = NAMED.get(token.word());
        if (named != null) {
            return Optional.of(new Found<>(token.from(), token.to(), named));
        }
        int hour = token.number();
        if (hour < 0 || hour > 23 || token.word().length() > 2) {
            return Optional.empty();
        }
        int minute = minute(tokens, i);
        int last = minute < 0 ? i : i + 2;
        var half = half(tokens, last);
        if (half.isPresent() && hour <= 12 && hour > 0) {
            int of24 = hour % 12 + (half.get().evening() ? 12 : 0);
            return Optional.of(new Found<>(token.from(), half.get().to(), LocalTime.of(of24, Math.max(minute, 0))));
        }
        if (minute >= 0) {
            return Optional.of(new Found<>(token.from(), tokens.get(last).to(), LocalTime.of(hour, minute)));
        }
        boolean hours = i > 0
                && AT.contains(tokens.get(i - 1).word())
                && i + 1 < tokens.size()
                && HOURS.contains(tokens.get(i + 1).word());
        return hours
                ? Optional.of(new Found<>(token.from(), tokens.get(i + 1).to(), LocalTime.of(hour, 0)))
                : Optional.empty();
    }

    /** The two digits after a colon, or -1. */
    private static int minute(List<Token> tokens, int i) {
        if (i + 2 >= tokens.size()
                || !tokens.get(i + 1).word().equals(":")
                || !tokens.get(i).touches(tokens.get(i + 1))
                || tokens.get(i + 2).word().length() != 2) {
            return -1;
        }
        int minute = tokens.get(i + 2).number();
        return minute < 60 ? minute : -1;
    }

    private record Half(boolean evening, int to) {}

    /** "pm", "p.m.", "часов вечера". */
    private static Optional<Half> half(List<Token> tokens, int last) {
        int i = last + 1;
        if (i < tokens.size() && HOURS.contains(tokens.get(i).word())) {
            i++;
        }
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        var word = tokens.get(i).word();
        if (MORNING.contains(word) || EVENING.contains(word)) {
            return Optional.of(new Half(EVENING.contains(word), tokens.get(i).to()));
        }
        boolean dotted = (word.equals("a") || word.equals("p"))
                && i + 2 < tokens.size()
                && tokens.get(i + 1).word().equals(".")
                && tokens.get(i + 2).word().equals("m");
        return dotted ? Optional.of(new Half(word.equals("p"), tokens.get(i + 2).to())) : Optional.empty();
    }
}
