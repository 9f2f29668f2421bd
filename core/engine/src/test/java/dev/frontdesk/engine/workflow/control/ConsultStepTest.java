package dev.frontdesk.engine.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.routing.Router;
import dev.frontdesk.api.workflow.Effect;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsultStepTest {
    private final Router vip = facts -> facts.text("contact.tags").contains("vip")
            ? Optional.of(Route.to(new TeamId("sales"), "a VIP"))
            : Optional.empty();
    private final ConsultStep step = new ConsultStep(Map.of("vip", vip));
    private final Consult settings = new Consult("vip", new TeamId("support"));

    @Test
    void the_routers_answer_is_left_for_the_assignment() {
        var now = ControlStepsTest.started(Map.of("contact.tags", Value.of("vip")));
        assertThat(step.run(settings, now).effects())
                .contains(
                        new Effect.SetVar("team", Value.of("sales")),
                        new Effect.SetVar("team_rule", Value.of("a VIP")));
    }

    @Test
    void a_router_without_an_opinion_leaves_it_to_the_other_team() {
        assertThat(step.run(settings, ControlStepsTest.started(Map.of("contact.tags", Value.of(""))))
                        .effects())
                .contains(new Effect.SetVar("team", Value.of("support")));
    }

    @Test
    void a_router_that_is_not_there_is_named() {
        assertThatThrownBy(() -> step.run(
                        new Consult("wip", new TeamId("support")), ControlStepsTest.started(Map.of("x", Value.NIL))))
                .hasMessageContaining("wip")
                .hasMessageContaining("vip");
    }
}
