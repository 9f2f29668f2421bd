package dev.frontdesk.simulator.rehearsal;

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
import java.util.function.Function;

/**
 * The store as one process knows it. When the process has died nothing of it reaches the store any more, whatever its threads still
 * try. Safe for use by many threads.
 */
final class Life implements Store {
    private final Store real;
    private final Writer connection;
    private final Journal journal;
    private volatile boolean over;

    /** @param connection of the one lane; it stays open, for committed data is all that passes from one life to the next */
    Life(Store real, Writer connection, Journal journal) {
        this.real = real;
        this.connection = connection;
        this.journal = journal;
    }

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    private final class Mortal implements Writer {
        @Override
        public <T> T transact(Function<Transaction, T> work) {
            var held = new Held();
            T answer = connection.transact(tx -> {
                stopIf(over);
                T done = work.apply(new Observed(tx, held));
                stopIf(!held.nothing() && journal.diesBefore(held));
                return done;
            });
            stopIf(!held.nothing() && journal.diesAfter(held));
            return answer;
        }

        @Override
        public void close() {}
    }

    private void stopIf(boolean dead) {
        if (dead) {
            over = true;
            throw Life.<RuntimeException>stop();
        }
    }

    /** What ends a lane where it stands, without a word to anybody. */
    @SuppressWarnings("unchecked") // nothing but the compiler minds that it is checked
    private static <E extends Exception> E stop() throws E {
        throw (E) new InterruptedException("the process has died");
    }

    private Store alive() {
        if (over) {
            throw new StoreException(
                    StoreException.Kind.AWAY, "the process has died", new IllegalStateException("dead"));
        }
        return real;
    }

    @Override
    public int lanes() {
        return real.lanes();
    }

    @Override
    public Writer writer(int lane) {
        return new Mortal();
    }

    @Override
    public long databaseTime() {
        return alive().databaseTime();
    }

    @Override
    public void ping() {
        alive().ping();
    }

    @Override
    public EventLog events() {
        return alive().events();
    }

    @Override
    public InboxReads inbox() {
        return alive().inbox();
    }

    @Override
    public Accounts accounts() {
        return alive().accounts();
    }

    @Override
    public Directory directory() {
        return alive().directory();
    }

    @Override
    public Uploads uploads() {
        return alive().uploads();
    }

    @Override
    public Threads threads() {
        return alive().threads();
    }

    @Override
    public DeadLetters deadLetters() {
        return alive().deadLetters();
    }

    @Override
    public Leases leases() {
        return alive().leases();
    }

    @Override
    public WorkflowVersions workflows() {
        return alive().workflows();
    }

    @Override
    public Housekeeping housekeeping() {
        return alive().housekeeping();
    }

    @Override
    public Due due() {
        return alive().due();
    }

    @Override
    public void close() {}
}
