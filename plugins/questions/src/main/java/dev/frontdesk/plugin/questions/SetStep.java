package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;

/** Sets or clears a variable or a field of the contact. */
public final class SetStep implements Step<SetSettings> {

    @Override
    public Shape shape(SetSettings settings) {
        var type = settings.value().<Class<? extends Value>>map(Value::getClass).orElse(Value.Text.class);
        return new Target(settings.name()).declaredIn(Shape.plain(), type);
    }

    @Override
    public StepOutcome run(SetSettings settings, StepContext now) {
        return StepOutcome.then(new Target(settings.name()).set(value(settings, now.facts())));
    }

    private static Value value(SetSettings settings, Facts facts) {
        return settings.value()
                .or(() -> settings.text().map(text -> Value.of(text.render(facts))))
                .orElse(Value.NIL);
    }
}
