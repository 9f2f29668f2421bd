package dev.frontdesk.plugin.lookup.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.frontdesk.api.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A few connections that can only read, none of them opened before it is needed. Safe for use by many threads. */
final class Connections {
    private static final long IDLE_MS = 60_000;
    private static final String SQLITE_READ_ONLY = "1";

    private final SqlSettings settings;
    private @Nullable HikariDataSource pool;

    Connections(SqlSettings settings) {
        this.settings = settings;
    }

    Connection open() throws SQLException {
        return pool().getConnection();
    }

    private synchronized HikariDataSource pool() {
        var made = pool;
        if (made == null) {
            made = new HikariDataSource(config());
            pool = made;
        }
        return made;
    }

    private HikariConfig config() {
        var config = new HikariConfig();
        config.setPoolName("lookup");
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().map(Secret::reveal).ifPresent(config::setPassword);
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MS);
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setReadOnly(true);
        config.setInitializationFailTimeout(-1); // a database that is away is away for this look-up, not for the house
        if (settings.isSqlite()) {
            config.addDataSourceProperty("open_mode", SQLITE_READ_ONLY);
        } else {
            config.setAutoCommit(false); // PostgreSQL keeps the promise to read within a transaction only
            config.addDataSourceProperty("stringtype", "unspecified"); // a text finds a number
            config.addDataSourceProperty("ApplicationName", "frontdesk");
            config.addDataSourceProperty(
                    "connectTimeout",
                    Long.toString(Math.max(1, settings.connectTimeout().toSeconds())));
            config.addDataSourceProperty("socketTimeout", "60");
        }
        return config;
    }
}
