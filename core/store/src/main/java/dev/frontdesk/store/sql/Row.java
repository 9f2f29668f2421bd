package dev.frontdesk.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row a query stands on; each call reads the next column. */
public final class Row {
    private final ResultSet result;
    private int column;

    Row(ResultSet result) {
        this.result = result;
    }

    /** The row a result stands on now. */
    public static Row of(ResultSet result) {
        return new Row(result);
    }

    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    public long longs() throws SQLException {
        return result.getLong(++column);
    }

    public int number() throws SQLException {
        return result.getInt(++column);
    }

    public boolean flag() throws SQLException {
        return number() != 0;
    }

    public String text() throws SQLException {
        return result.getString(++column);
    }

    public @Nullable String textOrNull() throws SQLException {
        return result.getString(++column);
    }

    public byte[] bytes() throws SQLException {
        return result.getBytes(++column);
    }

    public byte @Nullable [] bytesOrNull() throws SQLException {
        return result.getBytes(++column);
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
