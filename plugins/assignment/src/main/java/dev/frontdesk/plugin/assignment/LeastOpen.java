package dev.frontdesk.plugin.assignment;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import java.util.Comparator;
import java.util.List;

/** Whoever has the fewest open conversations; among equals whoever waited longest. */
public final class LeastOpen implements AssignmentStrategy {
    private static final Comparator<Candidate> FEWEST =
            Comparator.comparingInt(Candidate::load).thenComparing(RoundRobin.LONGEST_WITHOUT);

    @Override
    public Ranking rank(Facts conversation, List<Candidate> eligible) {
        var order = eligible.stream().sorted(FEWEST).map(Candidate::agent).toList();
        return new Ranking(order, "fewest open conversations, then longest without one from this team");
    }
}
