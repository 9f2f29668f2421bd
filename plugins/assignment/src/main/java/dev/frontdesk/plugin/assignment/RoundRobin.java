package dev.frontdesk.plugin.assignment;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whoever waited longest for a conversation from this team. */
public final class RoundRobin implements AssignmentStrategy {

    /** By times, not by a cursor over the members: a cursor drifts when they change. */
    static final Comparator<Candidate> LONGEST_WITHOUT = Comparator.<Candidate, Instant>comparing(
                    candidate -> candidate.lastAssigned().orElse(Instant.MIN))
            .thenComparing(candidate -> candidate.agent().value());

    @Override
    public Ranking rank(Facts conversation, List<Candidate> eligible) {
        var order =
                eligible.stream().sorted(LONGEST_WITHOUT).map(Candidate::agent).toList();
        return new Ranking(order, "longest without a conversation from this team");
    }
}
