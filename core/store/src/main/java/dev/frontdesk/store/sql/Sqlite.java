package dev.frontdesk.store.sql;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.zaxxer.hikari.HikariConfig;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.core.CoreStatement;

/** A file next to the process. One connection writes at a time; readers see the last commit. */
public final class Sqlite implements Dialect {
    private static final Pattern SET = Pattern.compile("= any\\(\\?::\\w+\\[]\\)");
    private static final Pattern TABLE = Pattern.compile("unnest\\(\\?::\\w+\\[]\\) as (\\w+)\\(value\\)");
    private static final Pattern LOCK =
            Pattern.compile(" for (no key update|update|key share|share)( of \\w+)?( skip locked)?");
    private static final int BUSY_MS = 10_000;

    private final String url;
    private final SQLiteConfig.SynchronousMode synchronous;

    public Sqlite(String url) {
        this(url, SQLiteConfig.SynchronousMode.FULL);
    }

    /** For what need not outlive the machine, only the process. */
    public static Sqlite fleeting(String url) {
        return new Sqlite(url, SQLiteConfig.SynchronousMode.OFF);
    }

    private Sqlite(String url, SQLiteConfig.SynchronousMode synchronous) {
        this.url = url;
        this.synchronous = synchronous;
        create(file());
    }

    public Path file() {
        return file(url);
    }

    /** What follows a question mark is for the driver. */
    public static Path file(String url) {
        return Path.of(url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
    }

    /** The file holds what customers said: only its owner may read it. SQLite gives its side files the same rights. */
    private static void create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.fromString("rw-------");
                Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            // made by an earlier start
        } catch (IOException e) {
            throw new StoreException(Kind.AWAY, "cannot create " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String words(String sql) {
        String sets = SET.matcher(sql).replaceAll("in (select value from json_each(?))");
        String tables = TABLE.matcher(sets).replaceAll("json_each(?) as $1");
        return LOCK.matcher(tables)
                .replaceAll("")
                .replace("in $once(", "in (")
                .replace(")$", ")")
                .replace("$now", "cast(unixepoch('subsec') * 1000 as integer)")
                .replace("$lower", "frontdesk_lower");
    }

    @Override
    public Connection connect() throws SQLException {
        var config = config();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        Connection connection = config.createConnection(url);
        try {
            expect(connection, "journal_mode", "wal");
            expect(connection, "synchronous", Integer.toString(synchronous.ordinal()));
            expect(connection, "foreign_keys", "1");
            expect(connection, "busy_timeout", Integer.toString(BUSY_MS));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static void expect(Connection connection, String pragma, String value) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma " + pragma)) {
            String found = row.getString(1);
            if (!value.equalsIgnoreCase(found)) {
                throw new SQLException("SQLite runs with " + pragma + " = " + found + " and must have " + value
                        + ": the file may be on a file system without shared memory");
            }
        }
    }

    @Override
    public HikariConfig readers(int size) {
        var config = config();
        config.setReadOnly(true);
        var source = new Reader(config);
        source.setUrl(url);
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setReadOnly(true);
        return pool;
    }

    /** SQLite's own {@code lower} knows only ASCII. */
    private static final class Reader extends SQLiteDataSource {
        Reader(SQLiteConfig config) {
            super(config);
        }

        @Override
        public SQLiteConnection getConnection(String user, String password) throws SQLException {
            var connection = super.getConnection(user, password);
            Function.create(connection, "frontdesk_lower", new Lower());
            return connection;
        }
    }

    private static final class Lower extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            result(text == null ? "" : text.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void bindLongs(PreparedStatement statement, int index, long[] values) throws SQLException {
        var json = new StringBuilder(values.length * 20 + 2).append('[');
        for (int i = 0; i < values.length; i++) {
            json.append(i == 0 ? "" : ",").append(values[i]);
        }
        statement.setString(index, json.append(']').toString());
    }

    @Override
    public void bindTexts(PreparedStatement statement, int index, List<String> values) throws SQLException {
        var json = new StringBuilder("[");
        for (String value : values) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(Texts.clean(value), json);
            json.append('"');
        }
        statement.setString(index, json.append(']').toString());
    }

    @Override
    public String words(Bulk bulk) {
        return bulk.forRows;
    }

    @Override
    public void write(PreparedStatement statement, Rows rows) throws SQLException {
        int width = rows.width();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                statement.setObject(column + 1, rows.value(row, column));
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    @Override
    public Row row(PreparedStatement statement, ResultSet result) throws SQLException {
        return statement instanceof CoreStatement own ? new SqliteRow(result, own) : new JdbcRow(result);
    }

    /** Its plans do not depend on how much there is: nobody analyses it. */
    @Override
    public void planAnew(Connection connection) {}

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Not {@code commit()}: that would begin the next transaction at once and keep the write lock. */
    @Override
    public void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public Kind kind(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 6 -> Kind.CONFLICT; // locked
            // Busy: those of this process take turns, so a stranger has held the file all the time we waited.
            case 5, 8, 10, 13, 14 -> Kind.AWAY; // read-only, I/O, full, cannot open
            case 19 -> unique(failure) ? Kind.CONFLICT : Kind.REFUSED;
            default -> Kind.REFUSED;
        };
    }

    private static boolean unique(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("UNIQUE") || message.contains("PRIMARY");
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "key", "integer",
                "counted", "integer primary key autoincrement",
                "bytes", "blob",
                "transaction", "0",
                "event_key", "",
                "clustered", "without rowid",
                "hot", "",
                "queue", "");
    }

    @Override
    public boolean writesSideBySide() {
        return false;
    }
}
