package dev.frontdesk.plugin.routing;

import static dev.frontdesk.testkit.workflow.Configured.condition;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteStepTest implements StepContractTest<RouteSettings> {
    private static final RouteSettings RULES = new RouteSettings(
            List.of(
                    rule("need == 'Buy'", "Buy", "sales", 0, Optional.empty()),
                    rule("need == 'Order'", "Order", "orders", 5, Optional.of("About an order")),
                    rule("need == 'Order' && vip", "Order", "vip", 9, Optional.empty())),
            new TeamId("support"));

    private static RouteRule rule(String source, String need, String team, int priority, Optional<String> name) {
        var when = condition(source, facts -> facts.text("need").equals(need));
        return new RouteRule(when, team, priority, priority > 0 ? Set.of("orders", "english") : Set.of(), name);
    }

    @Override
    public Step<RouteSettings> step() {
        return new RouteStep();
    }

    @Override
    public List<RouteSettings> settings() {
        return List.of(RULES, new RouteSettings(List.of(), new TeamId("support")));
    }

    @Test
    void takesTheFirstRuleThatAppliesAndSaysWhich() {
        var outcome = step().run(RULES, started().fact("need", Value.of("Order")));
        assertThat(outcome.effects())
                .containsExactly(
                        new Effect.SetVar("team", Value.of("orders")),
                        new Effect.SetVar("team_rule", Value.of("About an order")),
                        new Effect.SetVar("team_priority", Value.of(5)),
                        new Effect.SetVar("team_skills", Value.ofTexts(List.of("english", "orders"))),
                        new Effect.Explain("Routed to orders: About an order"));
        assertThat(outcome.next()).isEqualTo(Next.onward());
    }

    @Test
    void namesARuleByItsConditionAndFallsBackToTheOtherTeam() {
        assertThat(step().run(RULES, started().fact("need", Value.of("Buy"))).effects())
                .contains(new Effect.Explain("Routed to sales: need == 'Buy'"));
        assertThat(step().run(RULES, started()).effects())
                .contains(new Effect.SetVar("team", Value.of("support")))
                .contains(new Effect.Explain("Routed to support: no rule applied"));
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(RoutingPlugin.class);
    }
}
