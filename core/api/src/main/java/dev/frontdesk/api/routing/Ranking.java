package dev.frontdesk.api.routing;

import dev.frontdesk.api.AgentId;
import java.util.List;

/**
 * An order of candidates.
 *
 * @param order best first; those left out do not get the conversation
 * @param why the rule in words, kept in the decision record: "fewest open conversations"
 */
public record Ranking(List<AgentId> order, String why) {

    /** Copies the order. */
    public Ranking {
        order = List.copyOf(order);
    }
}
