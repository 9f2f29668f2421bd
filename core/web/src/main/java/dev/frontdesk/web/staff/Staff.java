package dev.frontdesk.web.staff;

import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.port.Directory;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory, read at most once a second. Safe for use by many threads. */
public final class Staff {
    private static final long FRESH = 1000;

    private final Directory directory;
    private final InstantSource clock;
    private final long presenceTimeout;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Long.MIN_VALUE / 2);

    private record Snapshot(Map<String, Directory.Agent> agents, long at) {}

    @Inject
    public Staff(Directory directory, Settings settings, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
        this.presenceTimeout = settings.presenceTimeout().toMillis();
    }

    public Optional<Directory.Agent> find(String agent) {
        return Optional.ofNullable(current().get(agent));
    }

    /** Those who are enabled, by id. */
    public List<Directory.Agent> enabled() {
        return current().values().stream().filter(Directory.Agent::enabled).toList();
    }

    public List<Directory.Team> teams() {
        return directory.teams();
    }

    /** What others see: somebody who said to be online but whose pages are all gone is offline. */
    public String availability(Directory.Agent agent) {
        boolean gone = agent.presenceRequired() && clock.millis() - agent.seenAt() >= presenceTimeout;
        return agent.presence().equals("online") && gone ? "offline" : agent.presence();
    }

    /** Forgets what was read: something changed. */
    public void changed() {
        snapshot = new Snapshot(snapshot.agents, Long.MIN_VALUE / 2);
    }

    private Map<String, Directory.Agent> current() {
        var seen = snapshot;
        long now = clock.millis();
        if (now - seen.at >= FRESH || now < seen.at) {
            var agents = new LinkedHashMap<String, Directory.Agent>();
            directory.agents().forEach(agent -> agents.put(agent.id(), agent));
            seen = new Snapshot(agents, now);
            snapshot = seen;
        }
        return seen.agents;
    }
}
