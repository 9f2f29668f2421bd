package dev.frontdesk.plugin.assignment;

import static dev.frontdesk.testkit.routing.FakeCandidate.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.testkit.routing.AssignmentStrategyContractTest;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RoundRobinTest implements AssignmentStrategyContractTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Override
    public AssignmentStrategy strategy() {
        return new RoundRobin();
    }

    @Test
    void startsWithWhoeverWaitedLongest() {
        var order = strategy()
                .rank(
                        Facts.none(),
                        List.of(
                                named("dan").lastAssigned(NOON),
                                named("cat").lastAssigned(NOON),
                                named("bob").lastAssigned(NOON.minusSeconds(1)).load(4),
                                named("eve")))
                .order();
        assertThat(order).extracting(AgentId::value).containsExactly("eve", "bob", "cat", "dan");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(AssignmentPlugin.class);
    }
}
