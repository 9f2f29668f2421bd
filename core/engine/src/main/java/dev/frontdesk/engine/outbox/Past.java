package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.engine.model.OutboxRow;

/** What was before a message, asked at the last moment before it is sent, and only by channels that need it. Safe for use by many threads. */
@FunctionalInterface
public interface Past {
    /** When a contact wrote last on a channel; asked when their reply window seems closed, for they may have written meanwhile. */
    long heard(long contact, String channel);

    /** What stands around it. */
    default Correspondence correspondence(OutboxRow row) {
        return Correspondence.NONE;
    }

    /** How many other things the contact said on its channel were answered since then, with nobody writing the answers. */
    default int answered(OutboxRow row, long since) {
        return 0;
    }
}
