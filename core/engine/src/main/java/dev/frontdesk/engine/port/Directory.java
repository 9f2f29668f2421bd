package dev.frontdesk.engine.port;

import java.util.List;
import java.util.Set;

/** Teams and agents. */
public interface Directory {

    /** @param capacity 0 when not set */
    record Team(String id, String name, String strategy, int capacity, List<String> members) {}

    /**
     * @param capacity 0 when not set
     * @param load open conversations they hold
     * @param provisioned true when a file owns it
     */
    record Agent(
            String id,
            String name,
            String role,
            String language,
            boolean enabled,
            int capacity,
            int load,
            Set<String> skills,
            boolean presenceRequired,
            String presence,
            long seenAt,
            boolean provisioned) {}

    /** Makes teams and agents as files say; what files no longer name stays but is no longer provisioned. */
    void provision(List<Team> teams, List<Agent> agents);

    /** Adds an agent, or changes name, role, skills and capacity of one that exists; joins the teams. */
    void put(Agent agent, List<String> teams);

    /** Answers false when there is no such agent. Their sessions end. */
    boolean disable(String agent);

    List<Team> teams();

    List<Agent> agents();

    /** Conversations an agent holds: (contact, conversation) pairs, for requeueing. */
    List<long[]> heldBy(String agent);

    void declare(String agent, String presence, long at);

    void heartbeat(String agent, long at);
}
