package dev.frontdesk.api.routing;

import dev.frontdesk.api.AgentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An agent who could take the conversation now. */
public interface Candidate {

    /** Who. */
    AgentId agent();

    /** Open conversations they hold, in all teams. */
    int load();

    /** How many they may hold. */
    int capacity();

    /** When this team last gave them one. */
    Optional<Instant> lastAssigned();

    /** When they last closed one. */
    Optional<Instant> lastClosed();

    /** What they are good at. */
    Set<String> skills();
}
