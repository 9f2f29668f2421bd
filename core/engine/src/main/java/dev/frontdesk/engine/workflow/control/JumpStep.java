package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.math.BigDecimal;
import java.util.List;

/** Goes to another step, a limited number of times in a run. */
public final class JumpStep implements Step<Jump> {
    @Override
    public Shape shape(Jump settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(Jump settings, StepContext now) {
        if (settings.to().equals(End.WORD)) {
            return StepOutcome.of(End.or(settings.to()));
        }
        var counter = "_jump." + settings.id();
        int taken = now.facts()
                .get(counter)
                .map(value -> value instanceof Value.Num(BigDecimal count) ? count.intValue() : 0)
                .orElse(0);
        return taken < settings.max()
                ? StepOutcome.of(List.of(new Effect.SetVar(counter, Value.of(taken + 1L))), End.or(settings.to()))
                : StepOutcome.of(Next.onward());
    }
}
