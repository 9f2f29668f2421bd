package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what the message that started the workflow is about, with at most one question between the two likeliest. */
public final class IntentStep implements Step<IntentSettings> {
    private static final String INTENT = "intent";
    private static final String PROBABILITY = "intent_probability";
    private static final String ALSO = "intent_also";
    private static final String ENTITIES = "entities";
    /** The key of an option is its place, because an intent may be longer than a key. */
    private static final String FIRST = "0";

    private static final String SECOND = "1";

    /** What it remembers while the intents are found elsewhere: whether it may still ask, and about what. */
    private static final String MAY_ASK = "may-ask";

    private static final String WORDS = "words";

    /** What it remembers while the contact thinks: the two. */
    private static final String ASKED = "asked";

    @Override
    public Shape shape(IntentSettings settings) {
        var shape = Shape.plain()
                .thatInteracts()
                .writing(INTENT, Value.Text.class)
                .writing(PROBABILITY, Value.Num.class)
                .writing(ALSO, Value.Items.class)
                .writing(ENTITIES, Value.Fields.class)
                .branching(ExamplesSettings.UNKNOWN)
                .branching(Classification.HAND_OVER);
        for (var intent : settings.by().all()) {
            shape = shape.branching(intent);
        }
        return shape;
    }

    @Override
    public StepOutcome run(IntentSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ -> considered(now.facts().text("text"), settings, now, true);
            case Input.Replied replied -> replied(replied.content(), settings, now);
            case Input.Performed performed ->
                decided(
                        new Heard(kept(now.memory(), WORDS).asText(), Classification.in(performed.result())),
                        settings,
                        now,
                        kept(now.memory(), MAY_ASK).equals(Value.of(true)));
            default -> found(new Heard(kept(now.memory(), WORDS).asText(), Classification.unknown()));
        };
    }

    /** Words and what they were taken to be about. */
    private record Heard(String words, Classification said) {}

    private static StepOutcome replied(Content content, IntentSettings settings, StepContext now) {
        return now.picked(content)
                .flatMap(key ->
                        asked(now.memory()).skip(key.equals(SECOND) ? 1 : 0).findFirst())
                .map(intent -> found(new Heard("", Classification.of(intent, 1))))
                .orElseGet(() -> considered(content.plainText(), settings, now, false));
    }

    private static StepOutcome considered(String text, IntentSettings settings, StepContext now, boolean mayAsk) {
        return settings.by()
                .of(text, now.language())
                .map(said -> decided(new Heard(text, said), settings, now, mayAsk))
                .orElseGet(() -> new StepOutcome(
                        List.of(),
                        Value.EMPTY.with(MAY_ASK, Value.of(mayAsk)).with(WORDS, Value.of(text)),
                        new Next.Perform(
                                settings.by().call(text, now.language(), settings.deadline()),
                                Optional.of(settings.deadline()))));
    }

    private static StepOutcome decided(Heard heard, IntentSettings settings, StepContext now, boolean mayAsk) {
        var said = heard.said();
        if (said.intent().isEmpty() || said.isHandOver()) {
            return found(heard);
        }
        var second = said.alternatives().entrySet().stream().findFirst();
        boolean close = second.isPresent() && second.get().getValue() >= settings.closeness() * said.probability();
        return mayAsk && close && said.also().isEmpty()
                ? question(said.intent().get(), second.get().getKey(), settings, now)
                : found(heard);
    }

    private static StepOutcome question(String first, String second, IntentSettings settings, StepContext now) {
        var text = settings.clarify()
                .map(clarify -> clarify.render(now.facts()))
                .orElseGet(() -> now.language().getLanguage().equals("ru")
                        ? "Уточните, пожалуйста, о чём идёт речь:"
                        : "Just to be sure, which of these is it about?");
        var options = List.of(now.option(FIRST, settings.label(first)), now.option(SECOND, settings.label(second)));
        return new StepOutcome(
                List.of(new Effect.Send(new Content.Choice(text, options))),
                Value.EMPTY.with(ASKED, Value.ofTexts(List.of(first, second))),
                new Next.AwaitReply(Optional.of(settings.timeout())));
    }

    /** The two intents the question was between; nothing in memory that this step did not write. */
    private static Stream<String> asked(Value memory) {
        return memory instanceof Value.Fields fields && fields.get(ASKED) instanceof Value.Items(var two)
                ? two.stream().map(Value::asText)
                : Stream.empty();
    }

    private static Value kept(Value memory, String what) {
        return memory instanceof Value.Fields fields ? fields.get(what) : Value.NIL;
    }

    /** What was pressed needs no understanding. */
    private static StepOutcome found(Heard heard) {
        var said = heard.said();
        var intent = said.intent().orElse(ExamplesSettings.UNKNOWN);
        return StepOutcome.of(
                List.of(
                        new Effect.SetVar(INTENT, Value.of(intent)),
                        new Effect.SetVar(PROBABILITY, said.asValue().get("probability")),
                        new Effect.SetVar(ALSO, Value.ofTexts(said.also())),
                        new Effect.SetVar(ENTITIES, new Value.Fields(said.entities())),
                        heard.words().isEmpty()
                                ? new Effect.Explain("It is about " + intent)
                                : new Effect.Understood(heard.words(), said)),
                Next.branch(intent));
    }
}
