package dev.frontdesk.store;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import dev.frontdesk.store.move.Export;
import dev.frontdesk.store.move.Import;
import dev.frontdesk.store.move.Progress;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Sqlite;
import dev.frontdesk.store.sql.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Takes everything out of one store and puts it into another, which may be of the other kind. Nobody else may work on either. */
public final class Moves {
    private Moves() {}

    /** Answers how many rows were written. Throws {@link IOException} when the stream does not take them. */
    public static long export(StoreSettings store, OutputStream to, Progress progress) throws IOException {
        try (var open = Stores.open(store)) {
            return inOneTransaction(
                    open.database(),
                    (connection, session) ->
                            new Export(connection, session, progress).to(to, System.currentTimeMillis()));
        }
    }

    /** Answers how many rows were read. Throws {@link IOException} when they are no sound export; then the store stays empty. */
    public static long take(StoreSettings store, InputStream from, Progress progress) throws IOException {
        try (var open = Stores.open(store)) {
            return inOneTransaction(
                    open.database(), (connection, session) -> new Import(connection, session, progress).from(from));
        }
    }

    /** The file of a store that is one; nothing for a server. */
    public static Optional<Path> file(StoreSettings store) {
        return store.url().startsWith("jdbc:sqlite:") ? Optional.of(Sqlite.file(store.url())) : Optional.empty();
    }

    /** Throws when the store is a file and there is none: opening it would make one. */
    public static void mustExist(StoreSettings store) {
        file(store).filter(path -> !Files.exists(path)).ifPresent(path -> {
            throw new StoreException(Kind.REFUSED, "there is no store at " + path, new IOException("no such file"));
        });
    }

    @FunctionalInterface
    private interface Work {
        long in(Connection connection, Session session) throws IOException, SQLException;
    }

    private static long inOneTransaction(Database database, Work work) throws IOException {
        var dialect = database.dialect();
        try (var connection = dialect.connect();
                var session = new Session(connection, dialect, new Traffic())) {
            if (dialect.writesSideBySide()) {
                connection.setNetworkTimeout(Runnable::run, 0); // one statement may take as long as it takes
            }
            session.begin();
            try {
                long rows = work.in(connection, session);
                session.commit();
                return rows;
            } catch (IOException | SQLException | RuntimeException e) {
                session.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(dialect.kind(e), "the store said: " + e.getMessage(), e);
        }
    }
}
