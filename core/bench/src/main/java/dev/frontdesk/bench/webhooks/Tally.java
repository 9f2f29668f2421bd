package dev.frontdesk.bench.webhooks;

/** What became of a corpus. Used by one thread. */
final class Tally {
    long files;
    long accepted;
    long rejected;
    long exceptions;
    long messages;
    long statuses;
    long unsupported;
    long deadLetters;
    /** By the count of the process itself; the same as {@link #messages} if all is well. */
    long stored;

    /** Nothing was refused, nothing thrown, and the store has what was read. */
    boolean clean() {
        return rejected == 0 && exceptions == 0 && stored == messages;
    }

    @Override
    public String toString() {
        return "files=" + files + " accepted=" + accepted + " rejected=" + rejected + " exceptions=" + exceptions
                + " messages=" + messages + " statuses=" + statuses + " unsupported=" + unsupported
                + " dead_letters=" + deadLetters;
    }
}
