package dev.frontdesk.store.hot;

import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Transactor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One lane's connection and its statements. Called from one thread. */
public final class Lane implements Store.Writer {
    private final Transactor transactor;
    private @Nullable Session current;
    private @Nullable SqlTransaction transaction;

    public Lane(Database database) {
        transactor = new Transactor(database);
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return transactor.transact(session -> work.apply(on(session)));
    }

    private SqlTransaction on(Session session) {
        var known = transaction;
        if (known == null || current != session) {
            known = new SqlTransaction(session);
            transaction = known;
            current = session;
        }
        return known;
    }

    @Override
    public void close() {
        transactor.close();
    }
}
