package dev.frontdesk.bench;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Times in nanoseconds. Safe for use by many threads. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long value) {
        nanos.add(value);
    }

    /** In milliseconds with one decimal. */
    String percentile(double p) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        long at = sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
        return String.format(java.util.Locale.ROOT, "%.1f", at / 1e6);
    }
}
