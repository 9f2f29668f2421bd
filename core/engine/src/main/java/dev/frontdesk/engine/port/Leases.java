package dev.frontdesk.engine.port;

import java.time.Duration;
import java.util.OptionalLong;

/** The right to be the only one, on the database's clock. */
public interface Leases {

    /** The lease of the one receiver of a channel; {@link Transaction#saveCursors} compares fences with it. */
    static String receiver(String channel) {
        return "receiver:" + channel;
    }

    /** Takes or renews a lease; answers its fence, which rises each time the holder changes; empty when another node holds it. */
    OptionalLong acquire(String name, int node, Duration term);

    void release(String name, int node);

    /** A number no living node has, kept by {@link #beat}. */
    int joinAsNode(String name, Duration term);

    /** What proves to others, later, that they speak of this process and not of one that took its number. */
    String token(int node);

    /** Ends what a process held that is surely dead. Does nothing when another has its number by now. */
    void bury(String token);

    /** Keeps the node's number; false when it was given away. */
    boolean beat(int node, Duration term);

    void leave(int node);
}
