package dev.frontdesk.web;

import dev.frontdesk.engine.port.Directory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A directory in memory. */
final class FakeDirectory implements Directory {
    final Map<String, Agent> agents = new ConcurrentSkipListMap<>();
    final List<Team> teams = List.of(new Team("sales", "Sales", "round-robin", 0, List.of("anna")));

    void add(String id, String role) {
        agents.put(id, new Agent(id, id.toUpperCase(), role, "en", true, 0, 0, Set.of(), true, "offline", 0, false));
    }

    @Override
    public void provision(List<Team> someTeams, List<Agent> someAgents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Agent agent, List<String> inTeams) {
        agents.put(agent.id(), agent);
    }

    @Override
    public boolean disable(String agent) {
        return change(agent, a -> copy(a, a.role(), false, a.presence(), a.seenAt()));
    }

    boolean role(String agent, String role) {
        return change(agent, a -> copy(a, role, a.enabled(), a.presence(), a.seenAt()));
    }

    @Override
    public List<Team> teams() {
        return teams;
    }

    @Override
    public List<Agent> agents() {
        return List.copyOf(agents.values());
    }

    @Override
    public List<long[]> heldBy(String agent) {
        return List.of();
    }

    @Override
    public void declare(String agent, String presence, long at) {
        change(agent, a -> copy(a, a.role(), a.enabled(), presence, a.seenAt()));
    }

    @Override
    public void heartbeat(String agent, long at) {
        change(agent, a -> copy(a, a.role(), a.enabled(), a.presence(), at));
    }

    private boolean change(String agent, java.util.function.UnaryOperator<Agent> how) {
        return agents.computeIfPresent(agent, (_, old) -> how.apply(old)) != null;
    }

    private static Agent copy(Agent a, String role, boolean enabled, String presence, long seenAt) {
        return new Agent(
                a.id(),
                a.name(),
                role,
                a.language(),
                enabled,
                a.capacity(),
                a.load(),
                a.skills(),
                a.presenceRequired(),
                presence,
                seenAt,
                a.provisioned());
    }
}
