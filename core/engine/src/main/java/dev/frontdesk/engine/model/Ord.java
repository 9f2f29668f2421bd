package dev.frontdesk.engine.model;

/**
 * The order of things within a contact: the sequence number of the mail that caused it, then a count. Never a time, for clocks of
 * nodes differ.
 */
public final class Ord {
    private static final int BITS = 20;

    private Ord() {}

    public static long of(long seq, int n) {
        if (n < 0 || n >= 1 << BITS) {
            throw new IllegalArgumentException("one mail caused " + n + " things");
        }
        return seq << BITS | n;
    }

    public static long seq(long ord) {
        return ord >> BITS;
    }
}
