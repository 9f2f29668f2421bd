package dev.frontdesk.api.channel;

/** The right to be the only receiver of a channel, for a while. */
public interface Lease {

    /** Says that the receiver is alive and asks whether it may go on. Call it at least every 20 seconds. */
    boolean beat();

    /** The number to put into {@link Batch#fence()}; a batch with an older one is refused. */
    long fence();
}
