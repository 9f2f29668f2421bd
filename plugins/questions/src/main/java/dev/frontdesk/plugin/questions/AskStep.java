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

    /** What the contact's own words name besides. */
    private static final String ENTITIES = "entities";

    /** For what an answer means, when that is found elsewhere. */
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @Override
    public Shape shape(AskSettings settings) {
        var shape = Shape.plain().thatInteracts().branching(TIMEOUT).branching(INVALID);
        for (var id : Choices.of(settings.choices()).ids()) {
            shape = shape.branching(id);
        }
        if (settings.handOver() || settings.classify().isPresent()) {
            shape = shape.branching(Classification.HAND_OVER);
        }
        if (settings.classify().isPresent()) {
            shape = shape.writing(ENTITIES, Value.Fields.class);
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
            case Input.Performed performed -> meant(settings, now, Classification.in(performed.result()));
            case Input.TimedOut _
            when Meaning.in(now.memory()).isPresent() -> meant(settings, now, Classification.unknown());
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
                ? meaning(settings, now, new Meaning(opening, true))
                : asked(settings, now);
    }

    private static StepOutcome asked(AskSettings settings, StepContext now) {
        var question = new Effect.Send(
                question(settings.text().render(now.facts()), settings, now),
                settings.template().map(template -> template.filled(now)));
        return Waiting.begun(settings, now).saying(List.of(question), now);
    }

    private static StepOutcome replied(AskSettings settings, StepContext now, Content content) {
        boolean free = settings.kind() != AnswerType.CHOICE;
        if (free && wantsPerson(settings, now, content)) {
            return handedOver();
        }
        var answer = new Answers(settings).in(content, now);
        if (answer.isPresent()) {
            return answered(settings, answer.get());
        } else if (!free && wantsPerson(settings, now, content)) {
            return handedOver();
        }
        var words = Characters.trimmed(content.plainText());
        return settings.classify().isPresent() && !words.isEmpty()
                ? meaning(settings, now, new Meaning(words, false))
                : unfit(settings, now);
    }

    private static boolean wantsPerson(AskSettings settings, StepContext now, Content content) {
        return settings.handOver() && now.asksForPerson(content.plainText());
    }

    private static StepOutcome handedOver() {
        return StepOutcome.of(
                List.of(new Effect.Explain("The contact asks for a person")), Next.branch(Classification.HAND_OVER));
    }

    private static StepOutcome meaning(AskSettings settings, StepContext now, Meaning meaning) {
        var intents = settings.classify().orElseThrow();
        var said = intents.of(meaning.words(), now.language());
        if (said.isPresent()) {
            return understood(settings, now, meaning, said.get());
        }
        var question = meaning.opening()
                ? Value.EMPTY
                : Waiting.in(now.memory(), settings, now).asMemory();
        return new StepOutcome(
                List.of(),
                meaning.asMemory(question),
                new Next.Perform(intents.call(meaning.words(), now.language(), DEADLINE), Optional.of(DEADLINE)));
    }

    private static StepOutcome meant(AskSettings settings, StepContext now, Classification said) {
        return Meaning.in(now.memory())
                .map(meaning -> understood(settings, now, meaning, said))
                .orElseGet(() -> Waiting.in(now.memory(), settings, now).saying(List.of(), now));
    }

    private static StepOutcome understood(AskSettings settings, StepContext now, Meaning meaning, Classification said) {
        var outcome = new Answers(settings)
                .meant(said)
                .map(answer -> answered(settings, answer))
                .orElseGet(() -> without(settings, now, meaning, said));
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Understood(meaning.words(), said));
        if (!said.entities().isEmpty()) {
            effects.add(new Effect.SetVar(ENTITIES, new Value.Fields(said.entities())));
        }
        effects.addAll(outcome.effects());
        return new StepOutcome(effects, outcome.memory(), outcome.next());
    }

    private static StepOutcome without(AskSettings settings, StepContext now, Meaning meaning, Classification said) {
        if (said.isHandOver()) {
            return StepOutcome.of(Next.branch(Classification.HAND_OVER));
        }
        return meaning.opening() ? asked(settings, now) : unfit(settings, now);
    }

    private static StepOutcome answered(AskSettings settings, Value answer) {
        var effects = new ArrayList<Effect>();
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
