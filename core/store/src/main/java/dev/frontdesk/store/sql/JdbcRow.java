package dev.frontdesk.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row as every driver gives it. */
final class JdbcRow extends Row {
    private final ResultSet result;

    JdbcRow(ResultSet result) {
        this.result = result;
    }

    @Override
    boolean step() throws SQLException {
        return result.next();
    }

    @Override
    long longAt(int index) throws SQLException {
        return result.getLong(index);
    }

    @Override
    int numberAt(int index) throws SQLException {
        return result.getInt(index);
    }

    @Override
    @Nullable
    String textAt(int index) throws SQLException {
        return result.getString(index);
    }

    @Override
    byte @Nullable [] bytesAt(int index) throws SQLException {
        return result.getBytes(index);
    }
}
