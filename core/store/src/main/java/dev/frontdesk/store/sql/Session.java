package dev.frontdesk.store.sql;

import dev.frontdesk.engine.port.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection with its prepared statements, which live as long as it does. Belongs to one thread at a time. */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final Traffic traffic;
    private final Map<Object, PreparedStatement> statements = new HashMap<>();
    private final PlanAge age = new PlanAge();

    public Session(Connection connection, Dialect dialect, Traffic traffic) {
        this.connection = connection;
        this.dialect = dialect;
        this.traffic = traffic;
    }

    public Query query(String sql) {
        return new Query(this, prepared(sql, sql));
    }

    /** Writes the rows with one statement; none when there are none. */
    public void write(Bulk bulk, Rows rows) {
        if (rows.size() == 0) {
            return;
        }
        try {
            traffic.wrote(rows.size());
            age.wrote(rows.size());
            dialect.write(prepared(bulk, ""), rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(Object key, String sql) {
        var known = statements.get(key);
        if (known != null) {
            return known;
        }
        try {
            String words = key instanceof Bulk bulk ? dialect.words(bulk) : dialect.words(sql);
            var made = connection.prepareStatement(words);
            statements.put(key, made);
            return made;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void begin() {
        try {
            if (age.over()) {
                dialect.planAnew(connection);
            }
            dialect.begin(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void commit() {
        try {
            dialect.commit(connection);
            traffic.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Leaves no transaction open; false when the connection is of no more use. */
    public boolean rollback() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    Traffic traffic() {
        return traffic;
    }

    StoreException failed(SQLException e) {
        return new StoreException(dialect.kind(e), "the store said: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // it is gone either way
        }
    }
}
