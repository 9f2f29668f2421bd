package dev.frontdesk.engine.intake;

/** Which of the 256 partitions a contact belongs to: by their first identity, and for ever. */
public final class Partitions {
    public static final int COUNT = 256;

    private Partitions() {}

    public static int of(String channel, String identity) {
        int hash = 31 * channel.hashCode() + identity.hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        return Math.floorMod(hash, COUNT);
    }
}
