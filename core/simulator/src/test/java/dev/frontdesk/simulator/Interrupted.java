package dev.frontdesk.simulator;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.DeadLetters;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.Housekeeping;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Leases;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Threads;
import dev.frontdesk.engine.port.Uploads;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.port.WorkflowVersions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A real store whose writers find nobody there while a switch is on. */
record Interrupted(Store store, AtomicBoolean away) implements Store {
    @Override
    public Writer writer(int lane) {
        var writer = store.writer(lane);
        return new Writer() {
            @Override
            public <T> T transact(Function<Transaction, T> work) {
                if (away.get()) {
                    throw new StoreException(StoreException.Kind.AWAY, "nobody there", new IOException("refused"));
                }
                return writer.transact(work);
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    @Override
    public int lanes() {
        return store.lanes();
    }

    @Override
    public long databaseTime() {
        return store.databaseTime();
    }

    @Override
    public void ping() {
        store.ping();
    }

    @Override
    public EventLog events() {
        return store.events();
    }

    @Override
    public InboxReads inbox() {
        return store.inbox();
    }

    @Override
    public Accounts accounts() {
        return store.accounts();
    }

    @Override
    public Directory directory() {
        return store.directory();
    }

    @Override
    public Uploads uploads() {
        return store.uploads();
    }

    @Override
    public Threads threads() {
        return store.threads();
    }

    @Override
    public DeadLetters deadLetters() {
        return store.deadLetters();
    }

    @Override
    public Leases leases() {
        return store.leases();
    }

    @Override
    public WorkflowVersions workflows() {
        return store.workflows();
    }

    @Override
    public Housekeeping housekeeping() {
        return store.housekeeping();
    }

    @Override
    public Due due() {
        return store.due();
    }

    @Override
    public void close() {}
}
