package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;

/** Puts a tag on the contact, or takes it off. */
public final class TagStep implements Step<TagSettings> {

    @Override
    public Shape shape(TagSettings settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(TagSettings settings, StepContext now) {
        return StepOutcome.then(new Effect.Tag(settings.tag(), !settings.remove()));
    }
}
