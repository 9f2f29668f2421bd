package dev.frontdesk.testkit.channel;

import java.util.Set;

/** What the contracts of this package need to know about a channel. */
public interface ChannelFixture {

    /** A new fake counterpart; called once in each test. */
    FakeProvider provider();

    /** What the channel can do. */
    Set<Trait> traits();

    /** How the names of threads begin that a library keeps for the whole process, however many channels there are. */
    default Set<String> sharedThreads() {
        return Set.of();
    }

    /** True when the channel has a trait. */
    default boolean has(Trait trait) {
        return traits().contains(trait);
    }
}
