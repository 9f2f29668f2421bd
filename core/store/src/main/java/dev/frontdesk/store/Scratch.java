package dev.frontdesk.store;

import dev.frontdesk.store.sql.Sqlite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A SQLite store for rehearsals: the real one in all but this, that it need not outlive the machine and may be emptied. Nothing else
 * may use the file. Belongs to one thread.
 */
public final class Scratch implements AutoCloseable {
    private static final int READERS = 2;

    private final SqlStore store;
    private final List<String> tables;

    private Scratch(SqlStore store) {
        this.store = store;
        // What refers to a row was made after the table of that row.
        tables = store.database()
                .read(session -> session.query("select name from sqlite_master where type = 'table' "
                                + "and name not like 'sqlite%' and name not like 'flyway%' and name <> 'partition' "
                                + "order by rowid desc")
                        .list(row -> row.text()));
    }

    /** Made if it is not there. */
    public static Scratch in(Path file) {
        var settings = new StoreSettings("jdbc:sqlite:" + file, Optional.empty(), Optional.empty(), 1, READERS);
        return new Scratch(Stores.open(Sqlite.fleeting(settings.url()), settings, () -> {}));
    }

    public SqlStore store() {
        return store;
    }

    /** Back to the day it was made. No engine may be at work. */
    public void empty() {
        store.database().write(session -> {
            tables.forEach(table -> session.query("delete from " + table).run());
            return tables.size();
        });
    }

    /** As if nobody had been heard of for so long that every lease is over. */
    public void outlastLeases() {
        store.database().write(session -> {
            session.query("update outbox set lease_until = 1 where state = 'SENDING'")
                    .run();
            session.query("update action set lease_until = 1 where state = 'RUNNING'")
                    .run();
            session.query("update attachment set lease_until = 1 where state = 'RUNNING'")
                    .run();
            session.query("update lease set expires_at = 1").run();
            return session.query("update node set expires_at = 1").run();
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
