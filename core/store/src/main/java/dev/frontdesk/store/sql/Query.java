package dev.frontdesk.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A prepared statement whose parameters are being set from left to right. */
public final class Query {
    private final Session session;
    private final PreparedStatement statement;
    private int parameter;

    Query(Session session, PreparedStatement statement) {
        this.session = session;
        this.statement = statement;
    }

    public Query set(long value) {
        return bind(index -> statement.setLong(index, value));
    }

    public Query set(int value) {
        return bind(index -> statement.setInt(index, value));
    }

    public Query set(String value) {
        return bind(index -> statement.setString(index, Texts.clean(value)));
    }

    public Query longs(Collection<Long> values) {
        long[] array = values.stream().mapToLong(Long::longValue).toArray();
        return bind(index -> session.dialect().bindLongs(statement, index, array));
    }

    public Query texts(Collection<String> values) {
        return bind(index -> session.dialect().bindTexts(statement, index, List.copyOf(values)));
    }

    public <T> List<T> list(Row.Read<T> read) {
        var found = new ArrayList<T>();
        each(row -> found.add(read.read(row)));
        return found;
    }

    public <T> Optional<T> first(Row.Read<T> read) {
        return list(read).stream().findFirst();
    }

    public void each(Row.Take take) {
        try {
            session.traffic().statement();
            try (var result = statement.executeQuery()) {
                var row = session.dialect().row(statement, result);
                while (row.next()) {
                    take.take(row);
                }
            }
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }

    /** Answers how many rows it changed. */
    public int run() {
        try {
            session.traffic().statement();
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }

    private Query bind(Binder binder) {
        try {
            binder.bind(++parameter);
            return this;
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }

    @FunctionalInterface
    private interface Binder {
        void bind(int index) throws SQLException;
    }
}
