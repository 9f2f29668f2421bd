package dev.frontdesk.engine.port;

import java.util.function.Function;

/** The database. */
public interface Store extends AutoCloseable {

    /** How many lanes may write side by side: 1 on SQLite, a few on PostgreSQL. */
    int lanes();

    /** A connection of its own for one lane, which calls it from one thread. It reconnects by itself after a failure. */
    Writer writer(int lane);

    /** Milliseconds of the database's clock: for leases only. */
    long databaseTime();

    /** Throws {@link StoreException} when the store does not answer. */
    void ping();

    EventLog events();

    InboxReads inbox();

    Accounts accounts();

    Directory directory();

    Uploads uploads();

    Threads threads();

    DeadLetters deadLetters();

    Leases leases();

    WorkflowVersions workflows();

    Housekeeping housekeeping();

    /** What the sweeps look for. */
    Due due();

    @Override
    void close();

    /** Runs transactions for one lane. */
    interface Writer extends AutoCloseable {
        /** Runs the work in one transaction and commits; any throw rolls everything back. Nothing in it may do other I/O. */
        <T> T transact(Function<Transaction, T> work);

        @Override
        void close();
    }
}
