package dev.frontdesk.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A plain value: what variables, fields, step memory and action inputs are made of. Immutable. */
public sealed interface Value {

    /** Known to be nothing. */
    record Nil() implements Value {}

    /** True or false. */
    record Bool(boolean value) implements Value {}

    /** A decimal number of any size. Equal by amount: 1.0 equals 1. */
    record Num(BigDecimal value) implements Value {
        /** Takes off trailing zeros, so that equal amounts are equal values. */
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** A text. */
    record Text(String value) implements Value {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value);
        }
    }

    /** A point in time. */
    record Time(Instant value) implements Value {}

    /** Values in order. */
    record Items(List<Value> values) implements Value {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Values by name, in the order they were given. */
    record Fields(Map<String, Value> values) implements Value {
        /** Copies the map and keeps its order. */
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The value of a name, or {@link Nil}. */
        public Value get(String name) {
            return values.getOrDefault(name, NIL);
        }

        /** These fields and one more, or with one replaced. */
        public Fields with(String name, Value value) {
            var copy = new LinkedHashMap<>(values);
            copy.put(name, value);
            return new Fields(copy);
        }
    }

    /** The one {@link Nil}. */
    Value NIL = new Nil();

    /** No fields. */
    Fields EMPTY = new Fields(Map.of());

    /** A text value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A number value. */
    static Value of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    /** A boolean value. */
    static Value of(boolean value) {
        return new Bool(value);
    }

    /** Text values in order. */
    static Items ofTexts(Iterable<String> texts) {
        var items = new java.util.ArrayList<Value>();
        texts.forEach(text -> items.add(of(text)));
        return new Items(items);
    }

    /** The value as a person would read it: plain decimals (very long ones as 1E+101), ISO-8601 times, items joined by commas. */
    default String asText() {
        return switch (this) {
            case Nil() -> "";
            case Bool(var value) -> Boolean.toString(value);
            case Num(var value) -> Math.abs(value.scale()) > 100 ? value.toString() : value.toPlainString();
            case Text(var value) -> value;
            case Time(var value) -> value.toString();
            case Items(var values) -> values.stream().map(Value::asText).collect(Collectors.joining(", "));
            case Fields(var values) ->
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().asText())
                        .collect(Collectors.joining(", "));
        };
    }

    /** True for {@link Nil}, an empty text, no items and no fields. */
    default boolean isEmpty() {
        return switch (this) {
            case Nil() -> true;
            case Text(var value) -> value.isEmpty();
            case Items(var values) -> values.isEmpty();
            case Fields(var values) -> values.isEmpty();
            case Bool _, Num _, Time _ -> false;
        };
    }
}
