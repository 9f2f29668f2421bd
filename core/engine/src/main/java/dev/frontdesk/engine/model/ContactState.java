package dev.frontdesk.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to decide what a contact's mail does; read under the lock of the contact's partition.
 *
 * @param latest the open conversation, else the last closed one, else null
 * @param runs the active ones
 */
public record ContactState(
        long contact, int part, Profile profile, @Nullable Conversation latest, List<Run> runs) {
    public ContactState {
        runs = List.copyOf(runs);
    }
}
