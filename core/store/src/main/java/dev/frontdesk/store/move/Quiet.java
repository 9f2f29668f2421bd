package dev.frontdesk.store.move;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import dev.frontdesk.store.sql.Session;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Nobody works on the store while it is moved, and nobody can begin. A SQLite file is open in one process only, which is enough; on
 * PostgreSQL the tables are locked, so that a process which starts meanwhile waits at its first write.
 */
final class Quiet {
    private Quiet() {}

    /** In the transaction that moves. @param mode SHARE for reading everything, EXCLUSIVE for writing everything */
    static void keep(Session session, List<Table> tables, String mode) {
        if (!session.dialect().writesSideBySide()) {
            return;
        }
        refuseLiving(session);
        session.query("set local lock_timeout = '10s'").run();
        // We are never idle for long, but a slow disk must not end a move.
        session.query("set local idle_in_transaction_session_timeout = 0").run();
        session.query("set local enable_seqscan = on").run();
        var names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
        try {
            session.query("lock table node, " + names + " in " + mode + " mode").run();
        } catch (StoreException e) {
            refuseLiving(session);
            throw new StoreException(
                    e.kind(),
                    "somebody else writes to the store and would not let go for 10 s. Stop what uses this database, then try again",
                    e);
        }
        refuseLiving(session);
    }

    private static void refuseLiving(Session session) {
        var living = session.query("select name, id from node where expires_at > $now order by id")
                .list(row -> "'" + row.text() + "' (node " + row.number() + ")");
        if (!living.isEmpty()) {
            throw new StoreException(
                    Kind.REFUSED,
                    "Frontdesk works on this store: " + String.join(", ", living)
                            + ". Stop every process first; one that was killed counts as working for 30 s more",
                    new IllegalStateException("the store is in use"));
        }
    }
}
