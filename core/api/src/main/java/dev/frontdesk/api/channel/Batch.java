package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came in together and is stored together.
 *
 * @param items in the provider's order
 * @param cursors the channel's own position marks, committed with the items
 * @param fence of the receiver's {@link Lease}, when a receiver hands this over
 */
public record Batch(List<Inbound> items, Map<String, String> cursors, OptionalLong fence) {

    /** Copies the collections. */
    public Batch {
        items = List.copyOf(items);
        cursors = Map.copyOf(cursors);
    }

    /** A batch from an endpoint: no cursor, no lease. */
    public static Batch of(Inbound... items) {
        return new Batch(List.of(items), Map.of(), OptionalLong.empty());
    }
}
