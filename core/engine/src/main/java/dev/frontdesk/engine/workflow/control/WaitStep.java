package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets time pass. What is no time lets none pass and says so. */
public final class WaitStep implements Step<Wait> {
    @Override
    public Shape shape(Wait settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(Wait settings, StepContext now) {
        if (!(now.input() instanceof Input.Started)) {
            return StepOutcome.of(Next.onward());
        }
        return until(settings, now)
                .map(time -> StepOutcome.of(new Next.AwaitUntil(time)))
                .orElseGet(() -> StepOutcome.of(
                        List.of(new Effect.Explain("'until' came to no time, so there was no wait")), Next.onward()));
    }

    private static Optional<Instant> until(Wait settings, StepContext now) {
        return settings.for_()
                .map(now.now()::plus)
                .or(() -> settings.until().flatMap(until -> Wait.time(until.render(now.facts()))));
    }
}
