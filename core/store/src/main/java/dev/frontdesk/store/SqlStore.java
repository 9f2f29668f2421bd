package dev.frontdesk.store;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.DeadLetters;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.Housekeeping;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Leases;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Threads;
import dev.frontdesk.engine.port.Uploads;
import dev.frontdesk.engine.port.WorkflowVersions;
import dev.frontdesk.store.admin.SqlAccounts;
import dev.frontdesk.store.admin.SqlDeadLetters;
import dev.frontdesk.store.admin.SqlDirectory;
import dev.frontdesk.store.admin.SqlHousekeeping;
import dev.frontdesk.store.admin.SqlLeases;
import dev.frontdesk.store.admin.SqlUploads;
import dev.frontdesk.store.admin.SqlWorkflows;
import dev.frontdesk.store.hot.Lane;
import dev.frontdesk.store.read.Reads;
import dev.frontdesk.store.read.SqlDue;
import dev.frontdesk.store.read.SqlEvents;
import dev.frontdesk.store.read.SqlInbox;
import dev.frontdesk.store.read.SqlThreads;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Traffic;

/** The store on SQL. Safe for use by many threads; each writer belongs to its lane. */
public final class SqlStore implements Store {
    private final Database database;
    private final int lanes;
    private final Runnable onClose;
    private final EventLog events;
    private final InboxReads inbox;
    private final Accounts accounts;
    private final Directory directory;
    private final Uploads uploads;
    private final Threads threads;
    private final DeadLetters deadLetters;
    private final SqlLeases leases;
    private final WorkflowVersions workflows;
    private final Housekeeping housekeeping;
    private final Due due;

    SqlStore(Database database, int lanes, Runnable onClose) {
        this.database = database;
        this.onClose = onClose;
        this.lanes = database.dialect().writesSideBySide() ? lanes : 1;
        events = new SqlEvents(database);
        inbox = new SqlInbox(new Reads(database));
        accounts = new SqlAccounts(database);
        directory = new SqlDirectory(database);
        uploads = new SqlUploads(database);
        threads = new SqlThreads(database);
        deadLetters = new SqlDeadLetters(database);
        leases = new SqlLeases(database);
        workflows = new SqlWorkflows(database);
        housekeeping = new SqlHousekeeping(database);
        due = new SqlDue(database);
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public Writer writer(int lane) {
        if (lane < 0 || lane >= lanes) {
            throw new IllegalArgumentException("lane " + lane + " of " + lanes);
        }
        return new Lane(database);
    }

    @Override
    public long databaseTime() {
        return database.read(session ->
                session.query("select $now").first(row -> row.longs()).orElseThrow());
    }

    @Override
    public void ping() {
        databaseTime();
    }

    /** What was asked of the database so far, for benches. */
    public Traffic traffic() {
        return database.traffic();
    }

    Database database() {
        return database;
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public InboxReads inbox() {
        return inbox;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public Housekeeping housekeeping() {
        return housekeeping;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Uploads uploads() {
        return uploads;
    }

    @Override
    public Threads threads() {
        return threads;
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public WorkflowVersions workflows() {
        return workflows;
    }

    @Override
    public Due due() {
        return due;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            onClose.run();
        }
    }

    /** For a process that knows it is the only one: what an earlier one held is free at once. */
    void forgetOthers() {
        leases.endAll();
    }
}
