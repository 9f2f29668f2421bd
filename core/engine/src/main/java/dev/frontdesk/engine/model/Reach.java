package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Address;

/**
 * Where replies to a contact go: the channel they wrote on last and their address there.
 *
 * @param at when they wrote there last, by the provider's clock where it tells; 0 when they never did
 */
public record Reach(String channel, String identity, String thread, long at) {
    public Reach(String channel, String identity, String thread) {
        this(channel, identity, thread, 0);
    }

    public Address address() {
        return new Address(identity, thread);
    }

    /** As of this moment, when it is later. */
    public Reach heard(long time) {
        return time > at ? new Reach(channel, identity, thread, time) : this;
    }
}
