package dev.frontdesk.plugin.intent.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Locale RUSSIAN = Locale.of("ru");
    /** A Wednesday. */
    private static final Instant NOW =
            LocalDateTime.parse("2026-03-11T15:00").atZone(ZONE).toInstant();

    private static Optional<Value> one(Entity entity, String text, Locale locale) {
        return Optional.ofNullable(
                Entities.of(Map.of("it", entity)).find(text, locale, NOW, ZONE).get("it"));
    }

    private static Value time(String local) {
        return new Value.Time(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send 3 of them|3",
                "it was 1,250.50 dollars|1250.50",
                "I paid 1,250|1250",
                "20usd|20",
                "about 5k people|5000",
                "it is -4 outside|-4",
                "twenty-five of them|25",
                "two hundred and five please|205",
                "three thousand|3000",
                "two three|2",
                "one pizza|1",
                "room 12, floor 3|12"
            })
    void aNumberInEnglishIsFound(String text, String number) {
        assertThat(one(new Entity.Number(), text, Locale.ENGLISH)).contains(new Value.Num(new BigDecimal(number)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "заплатил 1 250,50 рублей|1250.50",
                "вес 5,5 кг|5.5",
                "5кг|5",
                "двадцать пять штук|25",
                "сто одиннадцать|111",
                "две тысячи триста|2300",
                "5 тыс рублей|5000",
                "1,250|1.25"
            })
    void aNumberInRussianIsFound(String text, String number) {
        assertThat(one(new Entity.Number(), text, RUSSIAN)).contains(new Value.Num(new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this one", "code 007", "AB12", "the 12th", "1.2.3.4", "number 3a"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(one(new Entity.Number(), text, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tomorrow|2026-03-12T00:00",
                "the day after tomorrow|2026-03-13T00:00",
                "I wrote yesterday|2026-03-10T00:00",
                "2026-12-31 is fine|2026-12-31T00:00",
                "on 12 March|2026-03-12T00:00",
                "March 20th, 2027|2027-03-20T00:00",
                "12th of April|2026-04-12T00:00",
                "since December 20|2025-12-20T00:00",
                "on Friday|2026-03-13T00:00",
                "on Wednesday|2026-03-18T00:00",
                "this wednesday|2026-03-11T00:00",
                "next Friday|2026-03-20T00:00",
                "last Monday|2026-03-09T00:00",
                "by sat|2026-03-14T00:00",
                "in 3 days|2026-03-14T00:00",
                "in a week|2026-03-18T00:00",
                "two weeks ago|2026-02-25T00:00",
                "in two hours|2026-03-11T17:00",
                "31/12/2026|2026-12-31T00:00",
                "on the 5th|2026-04-05T00:00",
                "tomorrow at 5pm|2026-03-12T17:00",
                "at 9:30 am on Friday|2026-03-13T09:30",
                "call me at 14:20|2026-03-12T14:20",
                "today at noon|2026-03-11T12:00"
            })
    void aDateInEnglishIsFound(String text, String local) {
        assertThat(one(new Entity.Date(), text, Locale.ENGLISH)).contains(time(local));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "завтра|2026-03-12T00:00",
                "послезавтра утром|2026-03-13T00:00",
                "12 марта|2026-03-12T00:00",
                "12-го апреля 2027 года|2027-04-12T00:00",
                "в пятницу|2026-03-13T00:00",
                "в следующий понедельник|2026-03-16T00:00",
                "в прошлую субботу|2026-03-07T00:00",
                "через 3 дня|2026-03-14T00:00",
                "через неделю|2026-03-18T00:00",
                "два дня назад|2026-03-09T00:00",
                "неделю назад|2026-03-04T00:00",
                "31.12.2026|2026-12-31T00:00",
                "до 15.04|2026-04-15T00:00",
                "15 числа|2026-03-15T00:00",
                "завтра в 5 часов вечера|2026-03-12T17:00",
                "в 10 утра в пятницу|2026-03-13T10:00"
            })
    void aDateInRussianIsFound(String text, String local) {
        assertThat(one(new Entity.Date(), text, RUSSIAN)).contains(time(local));
    }

    @Test
    void americansWriteTheMonthFirst() {
        assertThat(one(new Entity.Date(), "03/04/2026", Locale.US)).contains(time("2026-03-04T00:00"));
        assertThat(one(new Entity.Date(), "03/04/2026", Locale.UK)).contains(time("2026-04-03T00:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31 February",
                "the sun sat there",
                "12.50",
                "it may be",
                "среди них",
                "at five",
                "99/99/2026"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(one(new Entity.Date(), text, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ann.lee+x@shop.example.com.|ann.lee+x@shop.example.com",
                "<bob@mail.ru>, thanks|bob@mail.ru",
                "почта иван@пример.рф|иван@пример.рф"
            })
    void anAddressIsFound(String text, String address) {
        assertThat(one(new Entity.Email(), text, Locale.ENGLISH)).contains(Value.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@home", "@nick.name", "a @ b.c", "x@y..z"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(one(new Entity.Email(), text, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aTelephoneNumberIsFoundAsItsRegionWritesIt() {
        assertThat(one(new Entity.Phone("ru"), "звоните 8 (916) 123-45-67 вечером", RUSSIAN))
                .contains(Value.of("+79161234567"));
        assertThat(one(new Entity.Phone("DE"), "call +1 650 253 0000", Locale.ENGLISH))
                .contains(Value.of("+16502530000"));
        assertThat(one(new Entity.Phone("DE"), "order 12345", Locale.ENGLISH)).isEmpty();
        assertThatThrownBy(() -> new Entity.Phone("XX")).hasMessageContaining("'XX' is no country");
    }

    private static final Entity CITY = new Entity.OneOf(
            Map.of("Нижний Новгород", List.of("Нижний"), "Moscow", List.of("Москва"), "Paris", List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "я живу в Москве|Moscow",
                "доставка в нижнем новгороде|Нижний Новгород",
                "в Нижний можно?|Нижний Новгород",
                "to moscwo please|Moscow",
                "PARIS!|Paris"
            })
    void aValueOfAListIsFoundInAnyFormAndWithASlip(String text, String city) {
        assertThat(one(CITY, text, RUSSIAN)).contains(Value.of(city));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spare parts", "в Новосибирске", "moss", ""})
    void anotherWordIsNoValueOfTheList(String text) {
        assertThat(one(CITY, text, RUSSIAN)).isEmpty();
    }

    private static final Regex ORDER = new Regex() {
        @Override
        public Optional<List<String>> find(CharSequence text) {
            int at = text.toString().indexOf("FD-");
            return at < 0 || at + 8 > text.length()
                    ? Optional.empty()
                    : Optional.of(List.of(
                            text.toString().substring(at, at + 8),
                            text.toString().substring(at + 3, at + 8)));
        }

        @Override
        public String source() {
            return "FD-(\\d{5})";
        }
    };

    @Test
    void aPlaceOfTheTextCountsOnce() {
        var kinds = new LinkedHashMap<String, Entity>();
        kinds.put("amount", new Entity.Number());
        kinds.put("when", new Entity.Date());
        kinds.put("order", new Entity.Matching(ORDER));
        kinds.put("phone", new Entity.Phone("GB"));
        kinds.put("mail", new Entity.Email());
        var found = Entities.of(kinds)
                .find(
                        "Order FD-12345 of 3 March: 020 7946 0958 or a1@b2.example, refund 40 pounds",
                        Locale.UK,
                        NOW,
                        ZONE);
        assertThat(found)
                .containsExactly(
                        Map.entry("amount", Value.of(40)),
                        Map.entry("when", time("2026-03-03T00:00")),
                        Map.entry("order", Value.of("12345")),
                        Map.entry("phone", Value.of("+442079460958")),
                        Map.entry("mail", Value.of("a1@b2.example")));
    }

    @Test
    void ofTwoKindsAlikeTheSecondTakesTheNext() {
        var kinds = new LinkedHashMap<String, Entity>();
        kinds.put("from", new Entity.Date());
        kinds.put("until", new Entity.Date());
        assertThat(Entities.of(kinds).find("from 12 March until 20 March", Locale.UK, NOW, ZONE))
                .containsExactly(
                        Map.entry("from", time("2026-03-12T00:00")), Map.entry("until", time("2026-03-20T00:00")));
    }

    @Test
    void aTextOfDigitsAloneEndsSoon() {
        var kinds = Map.<String, Entity>of(
                "n", new Entity.Number(), "d", new Entity.Date(), "p", new Entity.Phone("US"), "c", CITY);
        assertThat(Entities.of(kinds).find("1".repeat(1_000_000), Locale.US, NOW, ZONE))
                .hasSizeLessThan(5);
        assertThat(Entities.of(kinds).find("1 ".repeat(500_000), Locale.US, NOW, ZONE))
                .hasSizeLessThan(5);
    }
}
