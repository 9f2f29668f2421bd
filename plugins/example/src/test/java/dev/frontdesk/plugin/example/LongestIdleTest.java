package dev.frontdesk.plugin.example;

import static dev.frontdesk.testkit.routing.FakeCandidate.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.testkit.routing.AssignmentStrategyContractTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongestIdleTest implements AssignmentStrategyContractTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Override
    public AssignmentStrategy strategy() {
        return new LongestIdle();
    }

    @Test
    void startsWithWhoeverHasBeenIdleLongest() {
        var ann = named("ann").lastClosed(NOON);
        var bob = named("bob").lastClosed(NOON.minusSeconds(60));
        var ranking = strategy().rank(Facts.none(), List.of(ann, bob, named("cat")));
        assertThat(ranking.order()).extracting(AgentId::value).containsExactly("cat", "bob", "ann");
    }
}
