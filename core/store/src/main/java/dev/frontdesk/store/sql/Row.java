package dev.frontdesk.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row a query stands on; each call reads the next column. */
public abstract class Row {
    private static final byte[] NO_BYTES = {};

    private int column;

    /** The row a result stands on now. */
    public static Row of(ResultSet result) {
        return new JdbcRow(result);
    }

    final boolean next() throws SQLException {
        column = 0;
        return step();
    }

    abstract boolean step() throws SQLException;

    /** @param index of the column, from 1 */
    abstract long longAt(int index) throws SQLException;

    abstract int numberAt(int index) throws SQLException;

    abstract @Nullable String textAt(int index) throws SQLException;

    abstract byte @Nullable [] bytesAt(int index) throws SQLException;

    public final long longs() throws SQLException {
        return longAt(++column);
    }

    public final int number() throws SQLException {
        return numberAt(++column);
    }

    public final boolean flag() throws SQLException {
        return number() != 0;
    }

    public final String text() throws SQLException {
        return Objects.requireNonNull(textAt(++column));
    }

    public final @Nullable String textOrNull() throws SQLException {
        return textAt(++column);
    }

    /** SQLite has no bytes where there are none. */
    public final byte[] bytes() throws SQLException {
        return Objects.requireNonNullElse(bytesAt(++column), NO_BYTES);
    }

    public final byte @Nullable [] bytesOrNull() throws SQLException {
        return bytesAt(++column);
    }

    /** Reads one row; leaves it where the next read begins. */
    @FunctionalInterface
    public interface Read<T> {
        T read(Row row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Take {
        void take(Row row) throws SQLException;
    }
}
