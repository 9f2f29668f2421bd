package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Optional;

/** Where a channel hands over what came in. Safe for use by many threads. */
public interface Intake {

    /**
     * Stores a batch in one transaction and returns after its commit, one answer per item in order. Only then may the provider
     * be told that it was received. If it throws, nothing of the batch is stored and nothing may be acknowledged.
     *
     * @throws Overloaded when the queue is full or the store is away: answer 503, or stop polling for a while
     * @throws StaleLease when the batch carries the fence of a lease that another node holds by now
     */
    List<Accepted> accept(Batch batch) throws InterruptedException, Overloaded, StaleLease;

    /** The last committed value of a cursor of this channel. */
    Optional<String> cursor(String key);

    /** What became of one item. */
    enum Accepted {
        /** It is new and stored. */
        STORED,
        /** It was stored before; this delivery had no effect. */
        DUPLICATE,
        /** It could not be read or stored as what it claims to be; kept raw for an operator. Acknowledge it all the same. */
        DEAD_LETTER
    }

    /** The store cannot take more now. */
    final class Overloaded extends Exception {
        private static final long serialVersionUID = 1L;

        /** With what is in the way. */
        public Overloaded(String message) {
            super(message);
        }
    }

    /** Another node holds the receiver's lease now. */
    final class StaleLease extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the channel and both fences. */
        public StaleLease(String message) {
            super(message);
        }
    }
}
