package dev.frontdesk.api.routing;

import dev.frontdesk.api.Facts;
import java.util.List;

/**
 * Puts those who could take a conversation into an order. Pure; called from several threads at once. Presence, capacity, skills
 * and exclusions are already applied, and a strategy cannot get round them.
 */
public interface AssignmentStrategy {

    /**
     * Ranks the candidates; the first one gets the conversation. Loads include what this round has already given out. An empty
     * list of candidates gives an empty order.
     */
    Ranking rank(Facts conversation, List<Candidate> eligible);
}
