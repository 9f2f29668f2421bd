package dev.frontdesk.engine.port;

import dev.frontdesk.api.channel.Capabilities;
import java.util.Set;

/** What a decision may ask about the world besides the contact's own state; answered from memory. Safe for use by many threads. */
public interface Surroundings {

    /** What a configured channel can carry; plain text for one that is gone. */
    Capabilities capabilities(String channel);

    /** True when the team is there and somebody enabled is a member. */
    boolean hasMembers(String team);

    boolean isTeam(String team);

    boolean isAgent(String agent);

    /** Known, and disabled. */
    boolean isDisabled(String agent);

    String agentName(String agent);

    Set<String> teamsOf(String agent);
}
