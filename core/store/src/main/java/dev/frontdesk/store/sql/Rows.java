package dev.frontdesk.store.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for a {@link Bulk}, kept by column. Values are put one after the other in the order of its columns. */
public final class Rows {
    private final Object[] columns;
    private final int capacity;
    private int column;
    private int size;

    Rows(List<Type> types, int capacity) {
        this.capacity = capacity;
        columns = types.stream().map(type -> type.column(capacity)).toArray();
    }

    public Rows put(long value) {
        ((long[]) columns[column])[size] = value;
        return next();
    }

    public Rows put(int value) {
        ((int[]) columns[column])[size] = value;
        return next();
    }

    public Rows put(boolean value) {
        return put(value ? 1 : 0);
    }

    public Rows put(@Nullable String value) {
        ((String[]) columns[column])[size] = Texts.storable(value);
        return next();
    }

    /** Text of our own making, which any database takes: the name of a state, JSON. Does not look at it again. */
    public Rows made(@Nullable String value) {
        ((String[]) columns[column])[size] = value;
        return next();
    }

    public Rows put(byte @Nullable [] value) {
        ((byte[][]) columns[column])[size] = value;
        return next();
    }

    private Rows next() {
        if (++column == columns.length) {
            column = 0;
            size++;
        }
        return this;
    }

    public int size() {
        return size;
    }

    int width() {
        return columns.length;
    }

    /** A whole column, no longer than there are rows. */
    Object column(int index) {
        if (size == capacity) {
            return columns[index];
        }
        return switch (columns[index]) {
            case long[] values -> Arrays.copyOf(values, size);
            case int[] values -> Arrays.copyOf(values, size);
            case String[] values -> Arrays.copyOf(values, size);
            case byte[][] values -> Arrays.copyOf(values, size);
            default -> throw new IllegalStateException();
        };
    }

    @Nullable
    Object value(int row, int index) {
        return switch (columns[index]) {
            case long[] values -> values[row];
            case int[] values -> values[row];
            case Object[] values -> values[row];
            default -> throw new IllegalStateException();
        };
    }
}
