package dev.frontdesk.store.schema;

import dev.frontdesk.store.read.Listening;
import dev.frontdesk.store.sql.Dialect;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Traffic;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables to this version. Flyway costs a fifth of a second, so it starts only when there is something to do. */
public final class Migrations {
    /** The newest file in {@code db/migration}. */
    public static final String NEWEST = "7";

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    public static void run(Connection probe, Dialect dialect) throws SQLException {
        if (!upToDate(probe)) {
            migrate(dialect);
        }
        if (dialect.writesSideBySide()) {
            adopt(new Session(probe, dialect, new Traffic()));
        }
    }

    private static void migrate(Dialect dialect) {
        var result = Flyway.configure()
                .dataSource(new Connecting(dialect))
                .locations("classpath:db/migration")
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
        log.info("The store's tables are at version {} ({} migrations made)", NEWEST, result.migrationsExecuted);
    }

    /** Events that a restored dump brought from another server must not wait for transaction numbers of this one. */
    private static void adopt(Session session) {
        boolean foreign = session.query(
                        "select 1 from event where pos >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint "
                                + "limit 1")
                .first(row -> row.number())
                .isPresent();
        if (foreign) {
            session.begin();
            Listening.byIdAlone(session).forEach((listener, position) -> Listening.save(session, listener, position));
            session.query("update event set pos = 0 where pos > 0").run();
            session.commit();
            log.info(
                    "The events of another server were taken over; listeners are told those again that they may have missed");
        }
    }

    /** No history table means a new database; that is no failure. */
    private static boolean upToDate(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version from flyway_schema_history where success "
                        + "order by installed_rank desc limit 1")) {
            return row.next() && NEWEST.equals(row.getString(1));
        } catch (SQLException _) {
            return false;
        }
    }
}
