package dev.frontdesk.plugin.lookup.sql;

import dev.frontdesk.api.enrich.Enrichment;
import java.sql.SQLException;
import java.util.Set;

/** What a database's refusal means: the query is wrong and stays so, or the database is away and may come back. */
final class Refusals {
    /** Classes of SQLSTATE: a value that does not fit, no right, no such table or a mistake in the query, read-only. */
    private static final Set<String> LASTING = Set.of("22", "28", "42", "25", "3D", "0A");

    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_READONLY = 8;

    private Refusals() {}

    static Enrichment.Failed failed(SQLException refusal) {
        return new Enrichment.Failed(
                String.valueOf(refusal.getMessage()).lines().findFirst().orElse(""), mayPass(refusal));
    }

    private static boolean mayPass(SQLException refusal) {
        var state = refusal.getSQLState();
        if (state != null && state.length() >= 2) {
            return !LASTING.contains(state.substring(0, 2));
        }
        int code = refusal.getErrorCode() & 0xff;
        return code != SQLITE_ERROR && code != SQLITE_READONLY;
    }
}
