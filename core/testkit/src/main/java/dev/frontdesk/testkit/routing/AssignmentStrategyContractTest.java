package dev.frontdesk.testkit.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every assignment strategy keeps. Implement it in a test class and say which strategy. */
public interface AssignmentStrategyContractTest {

    /** A new instance of the strategy. */
    AssignmentStrategy strategy();

    /** Nobody to choose from: nobody chosen. */
    @Test
    default void ranksNobodyWhenThereIsNobody() {
        assertThat(strategy().rank(Facts.none(), List.of()).order()).isEmpty();
    }

    /** Only those it was given, each at most once. */
    @Test
    default void choosesOnlyFromThoseItWasGiven() {
        for (var candidates : teams()) {
            var order = strategy().rank(Facts.none(), candidates).order();
            assertThat(order).doesNotHaveDuplicates();
            assertThat(candidates).extracting(Candidate::agent).containsAll(order);
        }
    }

    /** The order in which candidates come does not matter, nor which instance or how often it is asked. */
    @Test
    default void ranksTheSameWhateverTheOrderTheyComeIn() {
        for (var candidates : teams()) {
            var order = strategy().rank(Facts.none(), candidates).order();
            var shuffled = new ArrayList<>(candidates);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(shuffled, new Random(i));
                assertThat(strategy().rank(Facts.none(), shuffled).order()).isEqualTo(order);
            }
        }
    }

    /** It leaves the list it was given as it is, and says why it chose. */
    @Test
    default void explainsItselfAndChangesNothing() {
        for (var candidates : teams()) {
            var given = List.copyOf(candidates);
            var ranking = strategy().rank(Facts.none(), candidates);
            assertThat(candidates).isEqualTo(given);
            assertThat(ranking.why()).isNotBlank();
        }
    }

    private static List<List<Candidate>> teams() {
        var random = new Random(20260302);
        var teams = new ArrayList<List<Candidate>>();
        for (int size = 1; size <= 40; size++) {
            var team = new ArrayList<Candidate>();
            for (int i = 0; i < size; i++) {
                team.add(candidate(random, new AgentId("agent" + i)));
            }
            teams.add(team);
        }
        return teams;
    }

    private static Candidate candidate(Random random, AgentId agent) {
        var candidate = FakeCandidate.named(agent.value()).load(random.nextInt(4));
        if (random.nextBoolean()) {
            candidate = candidate.lastAssigned(Instant.EPOCH.plusSeconds(random.nextInt(5)));
        }
        return random.nextBoolean() ? candidate : candidate.lastClosed(Instant.EPOCH.plusSeconds(random.nextInt(5)));
    }
}
