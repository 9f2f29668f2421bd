package dev.frontdesk.store.sql;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is asked of the database, for benches and tests. Safe for use by many threads. */
public final class Traffic {
    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();

    void statement() {
        statements.increment();
    }

    void wrote(int count) {
        statements.increment();
        rows.add(count);
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
