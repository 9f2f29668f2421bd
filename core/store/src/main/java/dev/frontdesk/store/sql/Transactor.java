package dev.frontdesk.store.sql;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A writing connection, replaced at the next call after it failed. Belongs to one thread at a time. */
public final class Transactor implements AutoCloseable {
    private final Database database;
    private @Nullable Session session;

    public Transactor(Database database) {
        this.database = database;
    }

    /** Commits what the work did; any throw rolls it back and leaves no transaction open. */
    public <T> T transact(Function<Session, T> work) {
        return database.exclusively(() -> {
            var mine = connected();
            boolean committing = false;
            boolean done = false;
            try {
                mine.begin();
                T answer = work.apply(mine);
                committing = true;
                mine.commit();
                done = true;
                return answer;
            } finally {
                // After a commit that failed nobody knows in what state the connection is.
                if (!done && (committing || !mine.rollback())) {
                    close();
                }
            }
        });
    }

    private Session connected() {
        var known = session;
        if (known == null) {
            known = database.connect();
            session = known;
        }
        return known;
    }

    @Override
    public void close() {
        var known = session;
        session = null;
        if (known != null) {
            known.close();
        }
    }
}
