package dev.frontdesk.engine.desk;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Surroundings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teams, agents and channels as last read: what decisions ask from memory. Safe for use by many threads. */
public final class Roster implements Surroundings {
    private static final Logger log = LoggerFactory.getLogger(Roster.class);
    private static final Capabilities PLAIN = Capabilities.builder().build();

    private final Directory directory;
    private volatile Map<String, Channel> channels = Map.of();
    private volatile boolean replyWindows;
    private volatile Snapshot now = new Snapshot(Map.of(), Map.of(), Set.of(), Set.of());

    private record Snapshot(
            Map<String, Directory.Agent> agents,
            Map<String, Set<String>> teamsOf,
            Set<String> teams,
            Set<String> staffed) {}

    public Roster(Directory directory) {
        this.directory = directory;
    }

    public void refresh() {
        var agents = new HashMap<String, Directory.Agent>();
        directory.agents().forEach(agent -> agents.put(agent.id(), agent));
        var teamsOf = new HashMap<String, Set<String>>();
        var staffed = new HashSet<String>();
        var teams = new HashSet<String>();
        for (Directory.Team team : directory.teams()) {
            teams.add(team.id());
            for (String member : team.members()) {
                teamsOf.computeIfAbsent(member, _ -> new HashSet<>()).add(team.id());
                if (agents.containsKey(member) && agents.get(member).enabled()) {
                    staffed.add(team.id());
                }
            }
        }
        now = new Snapshot(agents, teamsOf, teams, staffed);
    }

    public void channels(Map<String, Channel> all) {
        channels = Map.copyOf(all);
        replyWindows = all.values().stream()
                .anyMatch(channel -> channel.capabilities().replyWindow().isPresent());
    }

    @Override
    public Capabilities capabilities(String channel) {
        Channel known = channels.get(channel);
        return known == null ? PLAIN : known.capabilities();
    }

    @Override
    public boolean hasReplyWindows() {
        return replyWindows;
    }

    /** A channel that fails here must not stop anybody's conversation. */
    @Override
    public List<PresetForm> presets(String channel) {
        Channel known = channels.get(channel);
        try {
            return known == null ? List.of() : List.copyOf(known.presets());
        } catch (RuntimeException e) {
            log.warn("channel '{}': its forms could not be read", channel, e);
            return List.of();
        }
    }

    @Override
    public boolean hasMembers(String team) {
        return now.staffed().contains(team);
    }

    @Override
    public boolean isTeam(String team) {
        return now.teams().contains(team);
    }

    @Override
    public boolean isAgent(String agent) {
        Directory.Agent known = now.agents().get(agent);
        return known != null && known.enabled();
    }

    @Override
    public boolean isDisabled(String agent) {
        Directory.Agent known = now.agents().get(agent);
        return known != null && !known.enabled();
    }

    @Override
    public String agentName(String agent) {
        Directory.Agent known = now.agents().get(agent);
        return known == null ? agent : known.name();
    }

    @Override
    public Set<String> teamsOf(String agent) {
        return now.teamsOf().getOrDefault(agent, Set.of());
    }
}
