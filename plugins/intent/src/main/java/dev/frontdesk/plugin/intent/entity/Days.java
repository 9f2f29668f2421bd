package dev.frontdesk.plugin.intent.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Days of the calendar. A day and month without a year are the nearest, a day of the month alone is the next; a weekday is the next
 * after today, "next Friday" the one of the week after this, which begins on Monday.
 */
final class Days {
    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th", "го", "е", "ое");
    private static final Set<String> YEAR_WORDS = Set.of("года", "год", "г");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    /** "31.12.99" is the last century's. */
    private static final int PIVOT = 70;

    private final List<Token> tokens;
    private final LocalDate today;
    private final boolean monthFirst;

    Days(List<Token> tokens, LocalDate today, Locale locale) {
        this.tokens = tokens;
        this.today = today;
        this.monthFirst = locale.getCountry().equals("US");
    }

    Optional<Found<LocalDate>> first() {
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            var found = Stream.<java.util.function.Supplier<Optional<Found<LocalDate>>>>of(
                            () -> iso(at),
                            () -> dayMonth(at),
                            () -> monthDay(at),
                            () -> digits(at),
                            () -> relative(at),
                            () -> weekday(at),
                            () -> dayOfMonth(at))
                    .flatMap(rule -> rule.get().stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private String word(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).word() : "";
    }

    private int number(int i) {
        return i < tokens.size() ? tokens.get(i).number() : -1;
    }

    private boolean touch(int i, int to) {
        for (int k = i; k < to; k++) {
            if (k + 1 >= tokens.size() || !tokens.get(k).touches(tokens.get(k + 1))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Found<LocalDate>> found(int first, int last, int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(new Found<>(
                            tokens.get(first).from(), tokens.get(last).to(), LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 2026-03-12, and 2026/03/12 the same. */
    private Optional<Found<LocalDate>> iso(int i) {
        boolean shape = word(i).length() == 4
                && touch(i, i + 4)
                && (word(i + 1).equals("-") || word(i + 1).equals("/"))
                && word(i + 3).equals(word(i + 1));
        return shape ? found(i, i + 4, number(i), number(i + 2), number(i + 4)) : Optional.empty();
    }

    /** 12.03.2026, 12/03/26; without a year only after a word that dates come after. */
    private Optional<Found<LocalDate>> digits(int i) {
        var sign = word(i + 1);
        if (number(i) < 0 || !touch(i, i + 2) || !Set.of(".", "/", "-").contains(sign) || number(i + 2) < 0) {
            return Optional.empty();
        }
        boolean american = sign.equals("/") && monthFirst && number(i) <= 12;
        int day = american ? number(i + 2) : number(i);
        int month = american ? number(i) : number(i + 2);
        if (word(i + 3).equals(sign) && touch(i, i + 4) && number(i + 4) >= 0) {
            return found(i, i + 4, year(word(i + 4), number(i + 4)), month, day);
        }
        boolean isDate = DateWords.BEFORE_DATE.contains(word(i - 1))
                && !sign.equals("-")
                && word(i + 2).length() == 2;
        return isDate ? nearest(i, i + 2, month, day) : Optional.empty();
    }

    private static int year(String written, int number) {
        if (written.length() != 2) {
            return number;
        }
        return number < PIVOT ? 2000 + number : 1900 + number;
    }

    /** 12 March 2026, 12th of March, 12-го марта. */
    private Optional<Found<LocalDate>> dayMonth(int i) {
        if (number(i) < 1 || number(i) > 31) {
            return Optional.empty();
        }
        int at = afterOrdinal(i);
        at += word(at).equals("of") ? 1 : 0;
        int place = at;
        return DateWords.month(word(at)).flatMap(month -> withYear(i, place, month, number(i)));
    }

    /** March 12th, 2026. */
    private Optional<Found<LocalDate>> monthDay(int i) {
        int day = number(i + 1);
        var month = DateWords.month(word(i));
        boolean isTime = word(i + 2).equals(":");
        return month.isEmpty() || day < 1 || day > 31 || isTime
                ? Optional.empty()
                : withYear(i, afterOrdinal(i + 1) - 1, month.get(), day);
    }

    /** The token after a number and the ending that makes it an ordinal. */
    private int afterOrdinal(int i) {
        int at = i + 1;
        if (word(at).equals("-") && ORDINAL.contains(word(at + 1))) {
            return at + 2;
        }
        return ORDINAL.contains(word(at)) && touch(i, at) ? at + 1 : at;
    }

    private Optional<Found<LocalDate>> withYear(int first, int last, int month, int day) {
        int at = word(last + 1).equals(",") ? last + 2 : last + 1;
        if (word(at).length() == 4 && number(at) >= FIRST_YEAR) {
            int end = YEAR_WORDS.contains(word(at + 1)) ? at + 1 : at;
            return found(first, end, number(at), month, day);
        }
        return nearest(first, last, month, day);
    }

    private Optional<Found<LocalDate>> nearest(int first, int last, int month, int day) {
        return Stream.of(-1, 0, 1)
                .flatMap(offset -> found(first, last, today.getYear() + offset, month, day).stream())
                .min((a, b) -> Long.compare(distance(a.what()), distance(b.what())));
    }

    private long distance(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(today, day));
    }

    private Optional<Found<LocalDate>> relative(int i) {
        int from = tokens.get(i).from();
        if (word(i).equals("day")
                && word(i + 2).equals("tomorrow")
                && word(i + 1).equals("after")) {
            return Optional.of(new Found<>(from, tokens.get(i + 2).to(), today.plusDays(2)));
        }
        if (word(i).equals("day")
                && word(i + 2).equals("yesterday")
                && word(i + 1).equals("before")) {
            return Optional.of(new Found<>(from, tokens.get(i + 2).to(), today.minusDays(2)));
        }
        return DateWords.day(word(i))
                .map(days -> new Found<>(from, tokens.get(i).to(), today.plusDays(days)));
    }

    private Optional<Found<LocalDate>> weekday(int i) {
        var before = word(i - 1);
        boolean isSaid = DateWords.BEFORE_DATE.contains(before)
                || DateWords.NEXT.contains(before)
                || DateWords.LAST.contains(before)
                || DateWords.THIS.contains(before);
        var day = DateWords.weekday(word(i))
                .or(() -> isSaid ? DateWords.shortWeekday(word(i)) : Optional.<DayOfWeek>empty());
        int from = isSaid && i > 0 ? tokens.get(i - 1).from() : tokens.get(i).from();
        return day.map(it -> new Found<>(from, tokens.get(i).to(), weekday(it, before)));
    }

    private LocalDate weekday(DayOfWeek day, String before) {
        if (DateWords.LAST.contains(before)) {
            return today.with(TemporalAdjusters.previous(day));
        }
        if (DateWords.THIS.contains(before)) {
            return today.with(TemporalAdjusters.nextOrSame(day));
        }
        return DateWords.NEXT.contains(before)
                ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day))
                : today.with(TemporalAdjusters.next(day));
    }

    /** "On the 15th", "15 числа": the next day of that number. */
    private Optional<Found<LocalDate>> dayOfMonth(int i) {
        int day = number(i);
        int after = afterOrdinal(i);
        boolean named = word(after).equals("числа");
        boolean ordinal =
                after > i + 1 && DateWords.BEFORE_DATE.contains(word(i - 1).equals("the") ? word(i - 2) : word(i - 1));
        if (day < 1 || day > 31 || !named && !ordinal) {
            return Optional.empty();
        }
        int last = named ? after : after - 1;
        for (int months = 0; months < 3; months++) {
            var month = today.withDayOfMonth(1).plusMonths(months);
            if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isBefore(today)) {
                return Optional.of(
                        new Found<>(tokens.get(i).from(), tokens.get(last).to(), month.withDayOfMonth(day)));
            }
        }
        return Optional.empty();
    }
}
