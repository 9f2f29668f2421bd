package dev.frontdesk.bench.faults;

/** Somebody who writes over one channel and reads what comes back. Belongs to one thread. */
interface Customer extends AutoCloseable {
    /** Writes, and repeats it where the channel's own client does, while there is patience left; false when it was not taken. */
    boolean says(String text, Patience patience) throws InterruptedException;

    /** Waits for a message that contains this, while there is patience left. */
    boolean hears(String part, Patience patience) throws InterruptedException;

    @Override
    void close();
}
