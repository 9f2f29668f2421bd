package dev.frontdesk.store;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.schema.Migrations;
import dev.frontdesk.store.sql.Alone;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Dialect;
import dev.frontdesk.store.sql.Postgres;
import dev.frontdesk.store.sql.Sqlite;
import java.sql.SQLException;
import java.util.Properties;

/** Opens the store that the settings name. */
public final class Stores {
    private Stores() {}

    /** Connects, checks what durability depends on, brings the tables to this version. */
    public static SqlStore open(StoreSettings settings) {
        var dialect = dialect(settings);
        if (!(dialect instanceof Sqlite file)) {
            return open(dialect, settings, () -> {});
        }
        var alone = Alone.at(file.file());
        try {
            var store = open(file, settings, alone::close);
            store.forgetOthers();
            return store;
        } catch (RuntimeException e) {
            alone.close();
            throw e;
        }
    }

    static SqlStore open(Dialect dialect, StoreSettings settings, Runnable onClose) {
        try (var probe = dialect.connect()) {
            Migrations.run(probe, dialect);
        } catch (SQLException e) {
            throw new StoreException(dialect.kind(e), "cannot open the store: " + e.getMessage(), e);
        }
        return new SqlStore(new Database(dialect, settings.readers()), settings.lanes(), onClose);
    }

    private static Dialect dialect(StoreSettings settings) {
        if (settings.url().startsWith("jdbc:sqlite:")) {
            return new Sqlite(settings.url());
        }
        var credentials = new Properties();
        settings.user().ifPresent(user -> credentials.setProperty("user", user));
        settings.password().ifPresent(password -> credentials.setProperty("password", password.reveal()));
        return new Postgres(settings.url(), credentials);
    }
}
