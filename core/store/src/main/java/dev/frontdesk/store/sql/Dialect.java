package dev.frontdesk.store.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.frontdesk.engine.port.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What differs between the databases. SQL is written once, in PostgreSQL's words: {@code = any(?::bigint[])} for sets,
 * {@code for no key update} for locks, {@code $now} for the database's clock,
 * {@code in $once(select …)$} for a set that is found before anything is joined to it; {@link #words} makes the database's own of it.
 */
public sealed interface Dialect permits Postgres, Sqlite {

    String words(String sql);

    /** A connection for a lane or for administration, set up and checked. */
    Connection connect() throws SQLException;

    /** For many readers. */
    HikariConfig readers(int size);

    void bindLongs(PreparedStatement statement, int index, long[] values) throws SQLException;

    void bindTexts(PreparedStatement statement, int index, List<String> values) throws SQLException;

    String words(Bulk bulk);

    void write(PreparedStatement statement, Rows rows) throws SQLException;

    /** The rows of a result; {@link Row#next} comes before the first. */
    Row row(PreparedStatement statement, ResultSet result) throws SQLException;

    /** Forgets the plans of this connection's statements, outside a transaction. */
    void planAnew(Connection connection) throws SQLException;

    void begin(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    StoreException.Kind kind(SQLException failure);

    /** For the migrations. */
    Map<String, String> placeholders();

    /** True when transactions of several connections may write at the same time. */
    boolean writesSideBySide();
}
