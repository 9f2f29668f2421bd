package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;

/** Leaves an internal note in the thread. */
public final class NoteStep implements Step<NoteSettings> {

    @Override
    public Shape shape(NoteSettings settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(NoteSettings settings, StepContext now) {
        return StepOutcome.then(new Effect.Note(settings.text().render(now.facts())));
    }
}
