package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.workflow.Workflows;
import java.util.List;

/**
 * An installation as its configuration makes it.
 *
 * @param channels their ids; the first is where contacts write unless they say otherwise
 */
public record Company(
        Settings settings,
        List<Directory.Team> teams,
        List<Directory.Agent> agents,
        List<String> channels,
        Engine.Parts parts,
        Publishing publishing) {

    public Company {
        teams = List.copyOf(teams);
        agents = List.copyOf(agents);
        channels = List.copyOf(channels);
    }

    /** Makes the workflows known to a store, as a start does. */
    public interface Publishing {
        Workflows publish(Store store, Ids ids);
    }
}
