package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;

/** Goes where the first case that holds leads. */
public final class BranchStep implements Step<Branch> {
    @Override
    public Shape shape(Branch settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(Branch settings, StepContext now) {
        for (var one : settings.cases()) {
            if (one.when().test(now.facts())) {
                return to(one.goto_(), one.when().source());
            }
        }
        return to(settings.else_(), "otherwise");
    }

    private static StepOutcome to(String step, String why) {
        return StepOutcome.of(List.of(new Effect.Explain(why)), End.or(step));
    }
}
