package dev.frontdesk.api.routing;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * Where a conversation shall go.
 *
 * @param team whose queue
 * @param agent only this member of it; empty: any
 * @param priority higher goes first; 0 is usual
 * @param skills an agent must have all of them
 * @param rule what decided, in words an agent understands
 */
public record Route(TeamId team, Optional<AgentId> agent, int priority, Set<String> skills, String rule) {

    /** Copies the skills. */
    public Route {
        skills = Set.copyOf(skills);
    }

    /** To any member of a team. */
    public static Route to(TeamId team, String rule) {
        return new Route(team, Optional.empty(), 0, Set.of(), rule);
    }
}
