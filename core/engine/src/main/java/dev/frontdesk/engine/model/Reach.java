package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Address;

/** Where replies to a contact go: the channel they wrote on last and their address there. */
public record Reach(String channel, String identity, String thread) {
    public Address address() {
        return new Address(identity, thread);
    }
}
