package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks a question and waits for an answer that fits. */
public final class AskStep implements Step<AskSettings> {
    private static final String TIMEOUT = "timeout";
    private static final String INVALID = "invalid";
    static final Set<String> OWN_BRANCHES = Set.of(TIMEOUT, INVALID);

    @Override
    public Shape shape(AskSettings settings) {
        var shape = Shape.plain().thatInteracts().branching(TIMEOUT).branching(INVALID);
        for (var id : Choices.of(settings.choices()).ids()) {
            shape = shape.branching(id);
        }
        return settings.saveTo().isPresent()
                ? new Target(settings.saveTo().get())
                        .declaredIn(shape, settings.kind().saved())
                : shape;
    }

    @Override
    public StepOutcome run(AskSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ -> started(settings, now);
            case Input.Replied replied -> replied(settings, now, replied.content());
            case Input.TimedOut _ -> StepOutcome.of(Next.branch(TIMEOUT));
            default -> Waiting.in(now.memory(), settings, now).saying(List.of(), now);
        };
    }

    private static StepOutcome started(AskSettings settings, StepContext now) {
        if (settings.skipIfKnown()) {
            var known = settings.saveTo().flatMap(now.facts()::get).filter(new Answers(settings)::fits);
            if (known.isPresent()) {
                return StepOutcome.of(after(settings, known.get()));
            }
        }
        var question = new Effect.Send(
                question(settings.text().render(now.facts()), settings, now),
                settings.template().map(template -> template.filled(now)));
        return Waiting.begun(settings, now).saying(List.of(question), now);
    }

    private static StepOutcome replied(AskSettings settings, StepContext now, Content content) {
        var answer = new Answers(settings).in(content, now);
        if (answer.isPresent()) {
            var effects = new ArrayList<Effect>();
            settings.saveTo().ifPresent(name -> effects.add(new Target(name).set(answer.get())));
            return StepOutcome.of(effects, after(settings, answer.get()));
        }
        var waiting = Waiting.in(now.memory(), settings, now).afterOneMore();
        if (waiting.attempts() >= settings.maxAttempts()) {
            return StepOutcome.of(Next.branch(INVALID));
        }
        var text = settings.retry()
                .map(retry -> retry.render(now.facts()))
                .orElseGet(() -> Wording.retry(settings, now.language()));
        return waiting.saying(List.of(new Effect.Send(question(text, settings, now))), now);
    }

    private static Content question(String text, AskSettings settings, StepContext now) {
        return settings.kind() == AnswerType.CHOICE
                ? new Content.Choice(text, Choices.of(settings.choices()).options(now))
                : Content.text(text);
    }

    private static Next after(AskSettings settings, Value answer) {
        return settings.kind() == AnswerType.CHOICE ? Next.branch(answer.asText()) : Next.onward();
    }
}
