package dev.frontdesk.store.move;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A copy of a SQLite store as it is at one moment, made by a reader: whoever writes meanwhile does not wait. It may be made by
 * another process than the one that works on the store.
 */
public final class Snapshot {
    private static final long LOOK_MS = 500;

    /** Further than any log comes between a copy and the moment it is needed. */
    private static final long LEAP = 1_000_000_000L;

    private Snapshot() {}

    /** Writes the copy, which must not exist yet, checks it and syncs it. */
    public static void of(Path store, Path copy, Progress progress) {
        if (!Files.isRegularFile(store)) {
            throw new StoreException(Kind.REFUSED, "there is no store at " + store, new IOException("no such file"));
        }
        try (var connection = connect(store)) {
            long size = number(connection, "page_count") * number(connection, "page_size");
            var watching = Thread.ofVirtual().start(() -> watch(copy, size, progress));
            try (var statement = connection.prepareStatement("vacuum into ?")) {
                statement.setString(1, copy.toString());
                statement.execute();
            } finally {
                watching.interrupt();
                watching.join();
            }
            check(copy);
            sync(copy);
        } catch (SQLException | IOException e) {
            throw new StoreException(Kind.AWAY, "cannot copy " + store + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.AWAY, "stopped while copying " + store, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        // Not a reader's mode: SQLite could not take the log of a process that was killed.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static long number(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma " + pragma)) {
            return row.getLong(1);
        }
    }

    private static void watch(Path copy, long size, Progress progress) {
        try {
            while (true) {
                Thread.sleep(LOOK_MS);
                progress.at(Files.exists(copy) ? Math.min(size, Files.size(copy)) : 0, size);
            }
        } catch (InterruptedException | IOException e) {
            // the copy is made, or will say itself what is wrong
        }
    }

    /** Throws unless SQLite finds the file sound. */
    public static void check(Path file) {
        try (var connection = connect(file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("pragma quick_check(1)")) {
            var found = row.getString(1);
            if (!found.equals("ok")) {
                throw new StoreException(Kind.REFUSED, file + " is damaged: " + found, new IOException("damaged"));
            }
        } catch (SQLException e) {
            throw new StoreException(Kind.REFUSED, file + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Makes of a copy a store that goes on: its events are numbered from further up, so that no position in the log which somebody
     * was given after the copy was made names another event here.
     */
    public static void revive(Path copy) {
        check(copy);
        try (var connection = connect(copy);
                var statement = connection.createStatement()) {
            statement.execute("update sqlite_sequence set seq = seq + " + LEAP + " where name = 'event'");
        } catch (SQLException e) {
            throw new StoreException(Kind.REFUSED, copy + " is no copy of a store: " + e.getMessage(), e);
        }
        try {
            sync(copy);
        } catch (IOException e) {
            throw new StoreException(Kind.AWAY, "cannot write " + copy + ": " + e.getMessage(), e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
