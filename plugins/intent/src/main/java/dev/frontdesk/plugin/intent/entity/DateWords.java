package dev.frontdesk.plugin.intent.entity;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that dates are said with, English and Russian, in the forms they take there. */
final class DateWords {
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    /** Too short to be sure of: "sat" and "sun" are words of their own, so they need a word before them. */
    private static final Map<String, DayOfWeek> SHORT_WEEKDAYS = new HashMap<>();

    private static final Map<String, Integer> DAYS = new HashMap<>();
    private static final Map<String, ChronoUnit> UNITS = new HashMap<>();

    static final Set<String> NEXT =
            Set.of("next", "следующий", "следующая", "следующее", "следующую", "следующей", "следующем");
    static final Set<String> LAST =
            Set.of("last", "прошлый", "прошлая", "прошлое", "прошлую", "прошлой", "прошлом", "прошлого");
    static final Set<String> THIS =
            Set.of("this", "coming", "этот", "эта", "это", "эту", "этой", "ближайший", "ближайшую", "ближайшее");
    /** After these a short or ambiguous form is a date. */
    static final Set<String> BEFORE_DATE = Set.of(
            "on", "by", "until", "till", "before", "after", "since", "from", "for", "to", "of", "на", "до", "с", "по",
            "к", "от", "в", "во");

    static final Set<String> AGO = Set.of("ago", "назад");
    static final Set<String> IN = Set.of("in", "within", "через");

    static {
        months("january february march april may june july august september october november december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        MONTHS.put("sept", 9);
        months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
        months("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь");
        weekdays(WEEKDAYS, "monday tuesday wednesday thursday friday saturday sunday");
        weekdays(WEEKDAYS, "понедельник вторник среду четверг пятницу субботу воскресенье");
        weekdays(WEEKDAYS, "понедельника вторника среды четверга пятницы субботы воскресенья");
        weekdays(WEEKDAYS, "понедельнику вторнику среде четвергу пятнице субботе воскресенью");
        weekdays(SHORT_WEEKDAYS, "mon tue wed thu fri sat sun");
        weekdays(SHORT_WEEKDAYS, "пн вт ср чт пт сб вс");
        weekdays(SHORT_WEEKDAYS, "понедельник вторник среда четверг пятница суббота воскресенье");
        for (var word : "today tonight сегодня".split(" ", -1)) {
            DAYS.put(word, 0);
        }
        for (var word : "tomorrow tmrw завтра".split(" ", -1)) {
            DAYS.put(word, 1);
        }
        for (var word : "yesterday вчера".split(" ", -1)) {
            DAYS.put(word, -1);
        }
        DAYS.put("послезавтра", 2);
        DAYS.put("позавчера", -2);
        units(ChronoUnit.MINUTES, "minute minutes min mins минута минуту минуты минут");
        units(ChronoUnit.HOURS, "hour hours hr hrs час часа часов");
        units(ChronoUnit.DAYS, "day days день дня дней");
        units(ChronoUnit.WEEKS, "week weeks неделя неделю недели недель");
        units(ChronoUnit.MONTHS, "month months месяц месяца месяцев");
        units(ChronoUnit.YEARS, "year years год года лет");
    }

    private DateWords() {}

    private static void months(String words) {
        int month = 1;
        for (var word : words.split(" ", -1)) {
            MONTHS.put(word, month++);
        }
    }

    private static void weekdays(Map<String, DayOfWeek> map, String words) {
        int day = 1;
        for (var word : words.split(" ", -1)) {
            map.put(word, DayOfWeek.of(day++));
        }
    }

    private static void units(ChronoUnit unit, String words) {
        for (var word : words.split(" ", -1)) {
            UNITS.put(word, unit);
        }
    }

    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    static Optional<DayOfWeek> shortWeekday(String word) {
        return Optional.ofNullable(SHORT_WEEKDAYS.get(word));
    }

    /** How many days from today. */
    static Optional<Integer> day(String word) {
        return Optional.ofNullable(DAYS.get(word));
    }

    static Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }
}
