package dev.frontdesk.engine.expression;

import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What the operators mean. Nothing throws: a missing value is an empty text where a text is wanted, and makes any other
 * comparison false.
 */
final class Logic {
    static final Value TRUE = Value.of(true);
    static final Value FALSE = Value.of(false);

    private Logic() {}

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static boolean isTrue(Value value) {
        return value instanceof Value.Bool(var is) && is;
    }

    static String text(Value value) {
        return value instanceof Value.Text(var text) ? text : value.asText();
    }

    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Nil) {
            return right instanceof Value.Text(var text) && text.isEmpty();
        }
        return left.equals(right) || right instanceof Value.Nil && equal(right, left);
    }

    /** Less than 0, 0 or more than 0 as usual; {@link Integer#MIN_VALUE} when the two cannot be compared. */
    static int compare(Value left, Value right) {
        return switch (left) {
            case Value.Num(var a) when right instanceof Value.Num(var b) -> a.compareTo(b);
            case Value.Time(var a) when right instanceof Value.Time(var b) -> Integer.signum(a.compareTo(b));
            case Value.Text(var a) when right instanceof Value.Text(var b) -> Integer.signum(a.compareTo(b));
            default -> Integer.MIN_VALUE;
        };
    }

    static boolean less(Value left, Value right) {
        return compare(left, right) == -1;
    }

    static boolean atMost(Value left, Value right) {
        int order = compare(left, right);
        return order == -1 || order == 0;
    }

    static Value add(Value left, Value right) {
        return switch (left) {
            case Value.Text(var a) when right instanceof Value.Text(var b) -> Value.of(a + b);
            case Value.Items(var a)
            when right instanceof Value.Items(var b) -> {
                var both = new ArrayList<>(a);
                both.addAll(b);
                yield new Value.Items(both);
            }
            default -> calculate(left, right, (a, b) -> a.add(b, MathContext.DECIMAL128));
        };
    }

    static Value calculate(Value left, Value right, BinaryOperator<BigDecimal> how) {
        if (left instanceof Value.Num(var a) && right instanceof Value.Num(var b)) {
            try {
                return new Value.Num(how.apply(a, b));
            } catch (ArithmeticException _) {
                return Value.NIL; // divided by zero, or beyond all bounds
            }
        }
        return Value.NIL;
    }

    static Value at(Value whole, Value key) {
        return switch (whole) {
            case Value.Fields fields when key instanceof Value.Text(var name) -> fields.get(name);
            case Value.Items(var items) when key instanceof Value.Num(var index) -> element(items, index);
            default -> Value.NIL;
        };
    }

    private static Value element(List<Value> items, BigDecimal index) {
        boolean inside =
                index.signum() >= 0 && index.compareTo(BigDecimal.valueOf(items.size())) < 0 && index.scale() <= 0;
        return inside ? items.get(index.intValue()) : Value.NIL;
    }

    /** An item of a list, or a part of a text. */
    static boolean has(Value whole, Value part) {
        return switch (whole) {
            case Value.Items(var items) -> items.contains(part);
            case Value.Fields(var fields) -> fields.containsKey(text(part));
            case Value.Text(var text) -> text.contains(text(part));
            default -> false;
        };
    }

    static boolean hasAny(Value whole, Value parts) {
        return items(parts).stream().anyMatch(part -> has(whole, part));
    }

    static boolean hasAll(Value whole, Value parts) {
        return items(parts).stream().allMatch(part -> has(whole, part));
    }

    static Value size(Value value) {
        return switch (value) {
            case Value.Items(var items) -> Value.of(items.size());
            case Value.Fields(var fields) -> Value.of(fields.size());
            default -> Value.of(text(value).codePoints().count());
        };
    }

    static List<Value> items(Value value) {
        return value instanceof Value.Items(var items) ? items : List.of();
    }
}
