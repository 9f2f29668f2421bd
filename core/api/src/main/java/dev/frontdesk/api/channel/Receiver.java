package dev.frontdesk.api.channel;

/** Polls a provider. Runs on the one node that holds the channel's lease, on a thread of its own. */
public interface Receiver {

    /**
     * Receives until interrupted or until {@link Lease#beat()} answers false. When it returns, throws or stays silent for 90
     * seconds it is started again, here or on another node.
     */
    void run(Lease lease) throws Exception;
}
