package dev.frontdesk.engine.lane;

import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.outbox.Past;
import dev.frontdesk.engine.port.Store;

/** What was before a message, as the store knows it. */
record StoredPast(Store store) implements Past {

    @Override
    public long heard(long contact, String channel) {
        return store.inbox().reach(contact, channel).map(Reach::at).orElse(0L);
    }

    @Override
    public Correspondence correspondence(OutboxRow row) {
        return store.threads()
                .correspondence(row.contact(), row.conversation(), row.reach().channel());
    }

    @Override
    public int answered(OutboxRow row, long since) {
        return store.threads().answered(row.contact(), row.reach().channel(), Ord.seq(row.ord()), since);
    }
}
