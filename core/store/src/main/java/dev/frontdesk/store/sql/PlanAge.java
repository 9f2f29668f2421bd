package dev.frontdesk.store.sql;

/**
 * When a connection is to make its plans anew. A plan made for a table with hardly a row in it may be the wrong one for what it
 * holds now; after as many rows as were written before, and at last after {@value #MOST}, nobody relies on it any longer. To plan
 * all statements takes about ten milliseconds.
 */
final class PlanAge {
    static final int FIRST = 1_000;
    static final int MOST = 20_000;

    private long written;
    private long until = FIRST;

    void wrote(int rows) {
        written += rows;
    }

    /** True once each time. */
    boolean over() {
        if (written < until) {
            return false;
        }
        until = written + Math.min(written, MOST);
        return true;
    }
}
