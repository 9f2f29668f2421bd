package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;

/** Closes the conversation; the run ends with it. */
public final class CloseStep implements Step<CloseSettings> {

    @Override
    public Shape shape(CloseSettings settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(CloseSettings settings, StepContext now) {
        var summary = settings.summary().map(text -> text.render(now.facts()));
        return StepOutcome.of(List.of(new Effect.Close(settings.category(), summary)), new Next.Finish("closed"));
    }
}
