package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whoever closed their last conversation longest ago; those who never closed one come first. */
public final class LongestIdle implements AssignmentStrategy {
    private static final Comparator<Candidate> IDLE_LONGEST = Comparator.<Candidate, Instant>comparing(
                    candidate -> candidate.lastClosed().orElse(Instant.MIN))
            .thenComparing(candidate -> candidate.agent().value());

    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public Ranking rank(Facts conversation, List<Candidate> eligible) {
        var order = eligible.stream().sorted(IDLE_LONGEST).map(Candidate::agent).toList();
        return new Ranking(order, "longest since they closed a conversation");
    }
}
