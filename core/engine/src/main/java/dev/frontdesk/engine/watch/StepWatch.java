package dev.frontdesk.engine.watch;

import org.jspecify.annotations.Nullable;

/** Which step a computing thread is in, so that a hanging one can be named from outside. One per computing thread. */
public final class StepWatch {

    /** @param since from {@link System#nanoTime()} */
    public record Call(String type, String step, String where, long since) {}

    private volatile @Nullable Call current;

    public void enter(String type, String step, String where) {
        current = new Call(type, step, where, System.nanoTime());
    }

    public void leave() {
        current = null;
    }

    public @Nullable Call current() {
        return current;
    }
}
