package dev.frontdesk.plugin.routing;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.plugin.routing.AssignSettings.Then;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignStepTest implements StepContractTest<AssignSettings> {
    private static final AssignSettings SALES = settings(Optional.of("sales"), Duration.ofHours(1), Then.END);
    private static final AssignSettings ROUTED = settings(Optional.empty(), Duration.ofHours(1), Then.CONTINUE);
    private static final AssignSettings AT_ONCE = settings(Optional.of("sales"), Duration.ZERO, Then.CONTINUE);

    private static AssignSettings settings(Optional<String> team, Duration wait, Then then) {
        return new AssignSettings(
                team, "team", Optional.empty(), Optional.empty(), Set.of("english"), wait, false, then);
    }

    @Override
    public Step<AssignSettings> step() {
        return new AssignStep();
    }

    @Override
    public List<AssignSettings> settings() {
        return List.of(SALES, ROUTED, AT_ONCE);
    }

    @Test
    void awaitsAnAgentOfTheTeam() {
        var route = new Route(new TeamId("sales"), Optional.empty(), 0, Set.of("english"), "named by the workflow");
        assertThat(step().run(SALES, started()).next())
                .isEqualTo(new Next.AwaitAgent(route, Optional.of(Duration.ofHours(1)), false));
    }

    @Test
    void takesWhatTheRouteStepFound() {
        var found = started()
                .fact("team", Value.of("orders"))
                .fact("team_rule", Value.of("About an order"))
                .fact("team_priority", Value.of(5))
                .fact("team_skills", Value.ofTexts(List.of("orders")));
        var expected =
                new Route(new TeamId("orders"), Optional.empty(), 5, Set.of("english", "orders"), "About an order");
        assertThat(((Next.AwaitAgent) step().run(ROUTED, found).next()).route()).isEqualTo(expected);
        assertThat(((Next.AwaitAgent) step().run(SALES, found).next()).route())
                .as("another team was named")
                .isEqualTo(new Route(
                        new TeamId("sales"), Optional.empty(), 0, Set.of("english"), "named by the workflow"));
    }

    @Test
    void asksForOneAgentWhenOneIsNamed() {
        var settings = new AssignSettings(
                Optional.of("sales"),
                "team",
                Optional.of(template("{{contact.owner}}")),
                Optional.of(3),
                Set.of(),
                Duration.ofHours(1),
                true,
                Then.END);
        var owned = (Next.AwaitAgent) step().run(settings, started().fact("contact.owner", Value.of("ann")))
                .next();
        assertThat(owned.route().agent()).contains(new AgentId("ann"));
        assertThat(owned.route().priority()).isEqualTo(3);
        assertThat(owned.leaveQueue()).isTrue();
        var free = (Next.AwaitAgent) step().run(settings, started()).next();
        assertThat(free.route().agent()).isEmpty();
    }

    @Test
    void endsOrContinuesOnceAnAgentHasIt() {
        var assigned = started().input(new Input.Assigned(new AgentId("ann")));
        assertThat(step().run(SALES, assigned).next()).isEqualTo(new Next.Finish("handed over"));
        assertThat(step().run(ROUTED, assigned).next()).isEqualTo(Next.onward());
        assertThat(step().run(ROUTED, assigned).effects()).containsExactly(new Effect.SetVar("agent", Value.of("ann")));
    }

    @Test
    void takesABranchWhenNobodyComesOrNobodyCanCome() {
        assertThat(step().run(SALES, started().timedOut()).next()).isEqualTo(Next.branch("timeout"));
        assertThat(step().run(AT_ONCE, started().timedOut()).next()).isEqualTo(Next.onward());
        assertThat(step().run(SALES, started().input(new Input.Unroutable("no members")))
                        .next())
                .isEqualTo(Next.branch("unroutable"));
        assertThat(step().run(ROUTED, started()).next()).isEqualTo(Next.branch("unroutable"));
    }
}
