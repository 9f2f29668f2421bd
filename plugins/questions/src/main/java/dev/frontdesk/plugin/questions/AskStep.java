package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a question and waits for an answer that fits. */
public final class AskStep implements Step<AskSettings> {
    private static final String TIMEOUT = "timeout";
    private static final String INVALID = "invalid";
    static final Set<String> OWN_BRANCHES = Set.of(TIMEOUT, INVALID);

    /** For what an answer means, when that is found elsewhere. */
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** Memory of a question that was not asked yet, because the message that started the workflow may answer it. */
    private static final Value OPENING = Value.of("opening");

    @Override
    public Shape shape(AskSettings settings) {
        var shape = Shape.plain().thatInteracts().branching(TIMEOUT).branching(INVALID);
        for (var id : Choices.of(settings.choices()).ids()) {
            shape = shape.branching(id);
        }
        if (settings.classify().isPresent()) {
            shape = shape.branching(Classification.HAND_OVER);
        }
        if (settings.kind() == AnswerType.INTENT) {
            for (var intent : settings.classify().map(Intents::all).orElse(Set.of())) {
                shape = shape.branching(intent);
            }
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
            case Input.Performed performed ->
                understood(
                        settings,
                        now,
                        Classification.in(performed.result()),
                        now.memory().equals(OPENING));
            case Input.TimedOut _
            when now.memory().equals(OPENING) || Waiting.isForMeaning(now.memory()) ->
                understood(settings, now, Classification.unknown(), now.memory().equals(OPENING));
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
        var opening = now.facts().text("text");
        return settings.acceptOpeningMessage() && !opening.isBlank()
                ? meaning(settings, opening, now, true)
                : asked(settings, now);
    }

    private static StepOutcome asked(AskSettings settings, StepContext now) {
        var question = new Effect.Send(
                question(settings.text().render(now.facts()), settings, now),
                settings.template().map(template -> template.filled(now)));
        return Waiting.begun(settings, now).saying(List.of(question), now);
    }

    private static StepOutcome replied(AskSettings settings, StepContext now, Content content) {
        var answer = new Answers(settings).in(content, now);
        if (answer.isPresent()) {
            return answered(settings, answer.get(), List.of());
        }
        var words = Characters.trimmed(content.plainText());
        return settings.classify().isPresent() && !words.isEmpty()
                ? meaning(settings, words, now, false)
                : unfit(settings, now);
    }

    /** @param opening whether the words were there before the question */
    private static StepOutcome meaning(AskSettings settings, String words, StepContext now, boolean opening) {
        var intents = settings.classify().orElseThrow();
        var said = intents.of(words, now.language());
        if (said.isPresent()) {
            return understood(settings, now, said.get(), opening);
        }
        var call = intents.call(words, now.language(), DEADLINE);
        return opening
                ? new StepOutcome(List.of(), OPENING, new Next.Perform(call, Optional.of(DEADLINE)))
                : Waiting.in(now.memory(), settings, now).performing(call);
    }

    private static StepOutcome understood(AskSettings settings, StepContext now, Classification said, boolean opening) {
        var answer = new Answers(settings).meant(said);
        if (answer.isPresent()) {
            return answered(
                    settings,
                    answer.get(),
                    List.of(new Effect.Explain("Understood as: " + answer.get().asText())));
        } else if (said.isHandOver()) {
            return StepOutcome.of(
                    List.of(new Effect.Explain("The contact asks for a person")),
                    Next.branch(Classification.HAND_OVER));
        }
        return opening ? asked(settings, now) : unfit(settings, now);
    }

    private static StepOutcome answered(AskSettings settings, Value answer, List<Effect> why) {
        var effects = new ArrayList<>(why);
        settings.saveTo().ifPresent(name -> effects.add(new Target(name).set(answer)));
        return StepOutcome.of(effects, after(settings, answer));
    }

    private static StepOutcome unfit(AskSettings settings, StepContext now) {
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
        boolean branches = settings.kind() == AnswerType.CHOICE || settings.kind() == AnswerType.INTENT;
        return branches ? Next.branch(answer.asText()) : Next.onward();
    }
}
