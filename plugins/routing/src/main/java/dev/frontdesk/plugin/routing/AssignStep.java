package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Puts the conversation into a team's queue and waits for an agent. */
public final class AssignStep implements Step<AssignSettings> {
    private static final String TIMEOUT = "timeout";
    private static final String UNROUTABLE = "unroutable";
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

    @Override
    public Shape shape(AssignSettings settings) {
        return Shape.plain()
                .thatInteracts()
                .branching(TIMEOUT)
                .branching(UNROUTABLE)
                .writing(Names.AGENT, Value.Text.class);
    }

    @Override
    public StepOutcome run(AssignSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Assigned assigned -> assigned(settings, assigned.agent());
            case Input.TimedOut _ ->
                StepOutcome.of(settings.waitTimeout().isZero() ? handedOver(settings) : Next.branch(TIMEOUT));
            case Input.Unroutable unroutable -> unroutable(unroutable.why());
            default ->
                route(settings, now.facts())
                        .map(route -> StepOutcome.of(
                                new Next.AwaitAgent(route, Optional.of(settings.waitTimeout()), settings.leaveQueue())))
                        .orElseGet(() -> unroutable("there is no team in the variable '" + settings.from() + "'"));
        };
    }

    private static StepOutcome assigned(AssignSettings settings, AgentId agent) {
        return StepOutcome.of(List.of(new Effect.SetVar(Names.AGENT, Value.of(agent.value()))), handedOver(settings));
    }

    private static Next handedOver(AssignSettings settings) {
        return switch (settings.then()) {
            case END -> new Next.Finish("handed over");
            case CONTINUE -> Next.onward();
        };
    }

    private static StepOutcome unroutable(String why) {
        return StepOutcome.of(List.of(new Effect.Explain("Not assigned: " + why)), Next.branch(UNROUTABLE));
    }

    private static Optional<Route> route(AssignSettings settings, Facts facts) {
        var team = settings.team().orElseGet(() -> facts.text(settings.from()));
        if (team.isBlank()) {
            return Optional.empty();
        }
        // What a route step found belongs to its team only.
        boolean routed = team.equals(facts.text(Names.TEAM));
        var skills = new HashSet<>(settings.skills());
        if (routed && facts.get(Names.SKILLS).orElse(Value.NIL) instanceof Value.Items(var found)) {
            found.forEach(skill -> skills.add(skill.asText()));
        }
        int priority = settings.priority().orElseGet(() -> routed ? priority(facts) : 0);
        var agent = settings.agent().map(name -> name.render(facts).strip()).filter(name -> !name.isEmpty());
        var rule = routed ? facts.text(Names.RULE) : "";
        return Optional.of(new Route(
                new TeamId(team),
                agent.map(AgentId::new),
                priority,
                skills,
                rule.isEmpty() ? "named by the workflow" : rule));
    }

    private static int priority(Facts facts) {
        return facts.get(Names.PRIORITY).orElse(Value.NIL) instanceof Value.Num(var number)
                ? number.min(HIGHEST).max(HIGHEST.negate()).intValue()
                : 0;
    }
}
