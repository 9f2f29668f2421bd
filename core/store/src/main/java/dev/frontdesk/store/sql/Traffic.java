package dev.frontdesk.store.sql;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is asked of the database, for benches and tests. Safe for use by many threads. */
public final class Traffic {
    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder commits = new LongAdder();

    void statement() {
        statements.increment();
    }

    void wrote(int count) {
        statements.increment();
        rows.add(count);
    }

    void commit() {
        commits.increment();
    }

    /** Transactions committed. */
    public long commits() {
        return commits.sum();
    }

    /** Statements executed, a batch counting as one. */
    public long statements() {
        return statements.sum();
    }

    /** Rows handed to multi-row writes. */
    public long rows() {
        return rows.sum();
    }
}
