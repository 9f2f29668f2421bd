package dev.frontdesk.app.config.file;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Setting;
import java.util.List;
import java.util.Optional;

/** A block below {@code teams}. */
public record Team(
        @Setting(doc = "What people see; the key unless you say otherwise.")
        Optional<String> name,

        @Setting(
                value = "round-robin",
                doc = "How a free agent is chosen: round-robin, least-open, or one that a plugin brings.")
        String strategy,

        @Setting(value = "0", doc = "How many open conversations a member may hold; 0 leaves it to the capacity above.")
        int capacity,

        @Setting(doc = "Agents of people.conf who belong to it; those who name the team there belong to it too.")
        List<AgentId> members) {

    public Team {
        Check.between("capacity", capacity, 0, 10_000);
    }
}
