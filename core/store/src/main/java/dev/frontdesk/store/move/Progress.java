package dev.frontdesk.store.move;

/** Told how far a long work has come. Must return at once. */
@FunctionalInterface
public interface Progress {
    void at(long done, long of);
}
