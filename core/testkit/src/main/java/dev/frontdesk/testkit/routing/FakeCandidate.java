package dev.frontdesk.testkit.routing;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.routing.Candidate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A candidate for a test. Start with {@link #named} and change what matters; each method gives a new one. */
public record FakeCandidate(
        AgentId agent,
        int load,
        int capacity,
        Optional<Instant> lastAssigned,
        Optional<Instant> lastClosed,
        Set<String> skills)
        implements Candidate {

    /** Somebody with nothing open, room for five, who has never been given anything. */
    public static FakeCandidate named(String agent) {
        return new FakeCandidate(new AgentId(agent), 0, 5, Optional.empty(), Optional.empty(), Set.of());
    }

    /** With so many open conversations. */
    public FakeCandidate load(int open) {
        return new FakeCandidate(agent, open, Math.max(capacity, open + 1), lastAssigned, lastClosed, skills);
    }

    /** Who may hold so many. */
    public FakeCandidate capacity(int most) {
        return new FakeCandidate(agent, load, most, lastAssigned, lastClosed, skills);
    }

    /** Whom this team gave one at that time. */
    public FakeCandidate lastAssigned(Instant time) {
        return new FakeCandidate(agent, load, capacity, Optional.of(time), lastClosed, skills);
    }

    /** Who closed one at that time. */
    public FakeCandidate lastClosed(Instant time) {
        return new FakeCandidate(agent, load, capacity, lastAssigned, Optional.of(time), skills);
    }

    /** With these skills. */
    public FakeCandidate skills(String... known) {
        return new FakeCandidate(agent, load, capacity, lastAssigned, lastClosed, Set.of(known));
    }
}
