package dev.frontdesk.api.channel;

import java.util.Objects;

/**
 * Who somebody is at a provider and where replies to them go.
 *
 * @param identity the provider's id of the person, unique within the channel
 * @param thread where replies go (chat, topic, mail thread); empty when the identity is enough
 */
public record Address(String identity, String thread) {

    /** Refuses an empty identity. */
    public Address {
        Objects.requireNonNull(thread);
        if (identity.isEmpty()) {
            throw new IllegalArgumentException("an address needs an identity");
        }
    }

    /** An address whose identity is enough to reply. */
    public static Address of(String identity) {
        return new Address(identity, "");
    }
}
