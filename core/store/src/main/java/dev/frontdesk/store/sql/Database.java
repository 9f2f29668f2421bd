package dev.frontdesk.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.frontdesk.engine.port.StoreException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The connections of a process to its database. Safe for use by many threads. */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final Traffic traffic = new Traffic();
    private final HikariDataSource readers;

    /** For what operators and sweeps change; one at a time is enough. */
    private final Transactor administration = new Transactor(this);

    private final ReentrantLock administering = new ReentrantLock(true);

    /** SQLite has one writer: those of this process take turns here, in order, instead of being told that it is busy. */
    private final ReentrantLock turn = new ReentrantLock(true);

    public Database(Dialect dialect, int readers) {
        this.dialect = dialect;
        var pool = dialect.readers(readers);
        pool.setPoolName("frontdesk-readers");
        this.readers = new HikariDataSource(pool);
    }

    public Dialect dialect() {
        return dialect;
    }

    public Traffic traffic() {
        return traffic;
    }

    public DataSource readers() {
        return readers;
    }

    public Session connect() {
        try {
            return new Session(dialect.connect(), dialect, traffic);
        } catch (SQLException e) {
            throw new StoreException(dialect.kind(e), "cannot connect to the store: " + e.getMessage(), e);
        }
    }

    public <T> T exclusively(Supplier<T> work) {
        if (dialect.writesSideBySide()) {
            return work.get();
        }
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** On a reading connection; each statement sees what is committed when it begins. */
    public <T> T read(Function<Session, T> work) {
        try (var connection = readers.getConnection()) {
            return work.apply(new Session(connection, dialect, traffic));
        } catch (SQLException e) {
            throw new StoreException(StoreException.Kind.AWAY, "the store does not answer: " + e.getMessage(), e);
        }
    }

    /** One administrative transaction. */
    public <T> T write(Function<Session, T> work) {
        administering.lock();
        try {
            return administration.transact(work);
        } finally {
            administering.unlock();
        }
    }

    @Override
    public void close() {
        administering.lock();
        try {
            administration.close();
        } finally {
            administering.unlock();
        }
        readers.close();
    }
}
