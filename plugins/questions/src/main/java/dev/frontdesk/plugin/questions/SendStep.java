package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;

/** Says something. Waits for its delivery only where somebody cares what becomes of it. */
public final class SendStep implements Step<SendSettings> {

    @Override
    public Shape shape(SendSettings settings) {
        return Shape.plain();
    }

    @Override
    public StepOutcome run(SendSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ -> started(settings, now);
            case Input.Delivered delivered when delivered.accepted() -> StepOutcome.of(Next.onward());
            case Input.Delivered _, Input.TimedOut _ ->
                StepOutcome.of(settings.onFailed().<Next>map(Next.Jump::new).orElseGet(Next::onward));
            default -> StepOutcome.of(Next.onward());
        };
    }

    private static StepOutcome started(SendSettings settings, StepContext now) {
        var form = settings.template().map(template -> template.filled(now));
        var text = settings.text().map(written -> written.render(now.facts())).orElse("");
        if (text.isBlank() && form.isEmpty()) {
            return StepOutcome.then(new Effect.Explain("Nothing was sent: the text came out empty"));
        }
        var said = text.isBlank() ? new Effect.Send(form.orElseThrow()) : new Effect.Send(Content.text(text), form);
        Next next =
                settings.onFailed().isPresent() ? new Next.AwaitDelivery(settings.deliveryTimeout()) : Next.onward();
        return StepOutcome.of(List.of(said), next);
    }
}
