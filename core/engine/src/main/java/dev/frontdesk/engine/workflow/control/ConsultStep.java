package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.routing.Router;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.Map;

/** Asks a router that a plugin brought, and leaves its answer in the variables that {@code assign} reads. */
public final class ConsultStep implements Step<Consult> {
    private final Map<String, Router> routers;

    public ConsultStep(Map<String, Router> routers) {
        this.routers = Map.copyOf(routers);
    }

    @Override
    public Shape shape(Consult settings) {
        return Shape.plain()
                .writing("team", Value.Text.class)
                .writing("team_rule", Value.Text.class)
                .writing("team_priority", Value.Num.class)
                .writing("team_skills", Value.Items.class);
    }

    @Override
    public StepOutcome run(Consult settings, StepContext now) {
        Router router = routers.get(settings.name());
        if (router == null) {
            throw new IllegalStateException("there is no router '" + settings.name() + "', only " + routers.keySet());
        }
        Route route = router.route(now.facts())
                .orElseGet(() -> Route.to(settings.otherwise(), "router " + settings.name() + " had no opinion"));
        return StepOutcome.then(
                new Effect.SetVar("team", Value.of(route.team().value())),
                new Effect.SetVar("team_rule", Value.of(route.rule())),
                new Effect.SetVar("team_priority", Value.of(route.priority())),
                new Effect.SetVar(
                        "team_skills",
                        Value.ofTexts(route.skills().stream().sorted().toList())),
                new Effect.Explain("Routed to " + route.team() + ": " + route.rule()));
    }
}
