package dev.frontdesk.engine.port;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.PresetForm;
import java.util.List;
import java.util.Set;

/** What a decision may ask about the world besides the contact's own state; answered from memory. Safe for use by many threads. */
public interface Surroundings {

    /** What a configured channel can carry; plain text for one that is gone. */
    Capabilities capabilities(String channel);

    /** The forms a channel may send at any time, as last known. */
    default List<PresetForm> presets(String channel) {
        return List.of();
    }

    /** False when every channel can be answered at any time. */
    default boolean hasReplyWindows() {
        return false;
    }

    /** True when the team is there and somebody enabled is a member. */
    boolean hasMembers(String team);

    boolean isTeam(String team);

    boolean isAgent(String agent);

    /** Known, and disabled. */
    boolean isDisabled(String agent);

    String agentName(String agent);

    Set<String> teamsOf(String agent);
}
