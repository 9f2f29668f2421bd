package dev.frontdesk.store.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.frontdesk.engine.port.StoreException.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server, shared by the nodes. */
public final class Postgres implements Dialect {
    private static final Logger log = LoggerFactory.getLogger(Postgres.class);

    /**
     * Generic plans are made once, maybe on empty tables: they must use the indexes that full tables need. One thing no setting
     * prevents: on a table that was empty when it was analysed an index may be read from end to end, which costs as much. So
     * plans are made anew as rows are written ({@link PlanAge}).
     */
    static final List<String> PLANNER = List.of(
            "set enable_seqscan = off",
            "set enable_hashjoin = off",
            "set enable_mergejoin = off",
            "set enable_indexonlyscan = off",
            "set plan_cache_mode = force_generic_plan",
            "set jit = off");

    private final String url;
    private final Properties credentials;
    private final AtomicBoolean warned = new AtomicBoolean();

    public Postgres(String url, Properties credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    @Override
    public String words(String sql) {
        return sql.replace("in $once(", "= any(array(")
                .replace(")$", "))")
                .replace("$now", "(extract(epoch from clock_timestamp()) * 1000)::bigint")
                .replace("$lower", "lower");
    }

    @Override
    public Connection connect() throws SQLException {
        var properties = properties();
        properties.setProperty("prepareThreshold", "1");
        Connection connection = DriverManager.getConnection(url, properties);
        try (var statement = connection.createStatement()) {
            for (String setting : PLANNER) {
                statement.execute(setting);
            }
            // A node that stands still must not hold its partitions for ever.
            statement.execute("set idle_in_transaction_session_timeout = '60s'");
            check(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(credentials);
        properties.setProperty("ApplicationName", "frontdesk");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return properties;
    }

    private void check(Connection connection) throws SQLException {
        if (setting(connection, "synchronous_commit").equals("off")) {
            try (var statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = on");
            }
        }
        require(connection, "synchronous_commit", "off", false);
        require(connection, "server_encoding", "UTF8", true);
        if (setting(connection, "fsync").equals("off") && warned.compareAndSet(false, true)) {
            log.warn("PostgreSQL runs with fsync = off: a power cut may lose what was acknowledged. Turn it on.");
        }
    }

    private static void require(Connection connection, String name, String value, boolean equal) throws SQLException {
        String found = setting(connection, name);
        if (found.equals(value) != equal) {
            throw new SQLException(
                    "PostgreSQL runs with " + name + " = " + found + " and must " + (equal ? "" : "not ") + "have "
                            + value,
                    "42000");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public HikariConfig readers(int size) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setDataSourceProperties(properties());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("set synchronous_commit = on");
        return pool;
    }

    @Override
    public void bindLongs(PreparedStatement statement, int index, long[] values) throws SQLException {
        statement.setObject(index, values);
    }

    @Override
    public void bindTexts(PreparedStatement statement, int index, List<String> values) throws SQLException {
        statement.setObject(index, values.stream().map(Texts::clean).toArray(String[]::new));
    }

    @Override
    public String words(Bulk bulk) {
        return bulk.forArrays;
    }

    @Override
    public void write(PreparedStatement statement, Rows rows) throws SQLException {
        for (int column = 0; column < rows.width(); column++) {
            statement.setObject(column + 1, rows.column(column));
        }
        statement.executeUpdate();
    }

    @Override
    public Row row(PreparedStatement statement, ResultSet result) throws SQLException {
        return new JdbcRow(result);
    }

    @Override
    public void planAnew(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("discard plans");
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public Kind kind(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("53") || state.startsWith("58")) {
            return Kind.AWAY;
        }
        // A server that became a standby, and one that cut us off in a transaction.
        if (state.equals("25006") || state.equals("25P03")) {
            return Kind.AWAY;
        }
        return state.startsWith("40") || state.equals("23505") || state.equals("55P03") ? Kind.CONFLICT : Kind.REFUSED;
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "key", "bigint",
                "counted", "bigint generated always as identity",
                "bytes", "bytea",
                "transaction", "(pg_current_xact_id()::text::bigint)",
                "event_key", ", primary key (pos, id)",
                "clustered", "",
                "hot", "with (fillfactor = 70)",
                "queue",
                        "with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, "
                                + "autovacuum_vacuum_cost_delay = 0)");
    }

    @Override
    public boolean writesSideBySide() {
        return true;
    }
}
