package dev.frontdesk.app.cli;

import dev.frontdesk.store.move.Progress;
import java.io.PrintWriter;

/** Says how far a long work is, every two seconds; nothing about a short one. Safe for use by two threads. */
final class Percent implements Progress {
    private static final long EVERY = 2_000_000_000L;

    private final PrintWriter out;
    private final String what;
    private long said = System.nanoTime();

    Percent(PrintWriter out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public synchronized void at(long done, long of) {
        if (of > 0 && System.nanoTime() - said > EVERY) {
            said = System.nanoTime();
            out.println("  " + what + ": " + done * 100 / of + " %");
            out.flush();
        }
    }
}
