package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.Set;
import java.util.TreeSet;

/** Finds the team by rules and leaves it in variables, for {@code assign} and for conditions. */
public final class RouteStep implements Step<RouteSettings> {

    @Override
    public Shape shape(RouteSettings settings) {
        return Shape.plain()
                .writing(Names.TEAM, Value.Text.class)
                .writing(Names.RULE, Value.Text.class)
                .writing(Names.PRIORITY, Value.Num.class)
                .writing(Names.SKILLS, Value.Items.class);
    }

    @Override
    public StepOutcome run(RouteSettings settings, StepContext now) {
        return settings.rules().stream()
                .filter(rule -> rule.when().test(now.facts()))
                .findFirst()
                .map(rule -> found(rule.team(), rule.title(), rule.priority(), rule.skills()))
                .orElseGet(() -> found(settings.otherwise().value(), "no rule applied", 0, Set.of()));
    }

    private static StepOutcome found(String team, String rule, int priority, Set<String> skills) {
        return StepOutcome.then(
                new Effect.SetVar(Names.TEAM, Value.of(team)),
                new Effect.SetVar(Names.RULE, Value.of(rule)),
                new Effect.SetVar(Names.PRIORITY, Value.of(priority)),
                new Effect.SetVar(Names.SKILLS, Value.ofTexts(new TreeSet<>(skills))),
                new Effect.Explain("Routed to " + team + ": " + rule));
    }
}
