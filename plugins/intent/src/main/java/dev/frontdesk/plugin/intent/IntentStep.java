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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what the message that started the workflow is about, with at most one question between the two likeliest. */
public final class IntentStep implements Step<IntentSettings> {
    private static final String INTENT = "intent";
    private static final String PROBABILITY = "intent_probability";
    private static final String ALSO = "intent_also";
    private static final String ENTITIES = "entities";
    private static final int PLACES = 3;

    /** The key of an option is its place, because an intent may be longer than a key. */
    private static final String FIRST = "0";

    private static final String SECOND = "1";

    /** What it remembers while the intents are found elsewhere: whether it may still ask. */
    private static final String MAY_ASK = "may-ask";

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
                decided(Classification.in(performed.result()), settings, now, remembers(now.memory(), MAY_ASK));
            default -> found(Classification.unknown());
        };
    }

    private static StepOutcome replied(Content content, IntentSettings settings, StepContext now) {
        return now.picked(content)
                .flatMap(key ->
                        asked(now.memory()).skip(key.equals(SECOND) ? 1 : 0).findFirst())
                .map(intent -> found(Classification.of(intent, 1)))
                .orElseGet(() -> considered(content.plainText(), settings, now, false));
    }

    private static StepOutcome considered(String text, IntentSettings settings, StepContext now, boolean mayAsk) {
        return settings.by()
                .of(text, now.language())
                .map(said -> decided(said, settings, now, mayAsk))
                .orElseGet(() -> new StepOutcome(
                        List.of(),
                        Value.EMPTY.with(MAY_ASK, Value.of(mayAsk)),
                        new Next.Perform(
                                settings.by().call(text, now.language(), settings.deadline()),
                                Optional.of(settings.deadline()))));
    }

    private static StepOutcome decided(Classification said, IntentSettings settings, StepContext now, boolean mayAsk) {
        if (said.intent().isEmpty() || said.isHandOver()) {
            return found(said);
        }
        var second = said.alternatives().entrySet().stream().findFirst();
        boolean close = second.isPresent() && second.get().getValue() >= settings.closeness() * said.probability();
        return mayAsk && close && said.also().isEmpty()
                ? question(said.intent().get(), second.get().getKey(), settings, now)
                : found(said);
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

    private static boolean remembers(Value memory, String what) {
        return memory instanceof Value.Fields fields && fields.get(what).equals(Value.of(true));
    }

    private static StepOutcome found(Classification said) {
        var intent = said.intent().orElse(ExamplesSettings.UNKNOWN);
        var rounded = BigDecimal.valueOf(said.probability()).setScale(PLACES, RoundingMode.HALF_UP);
        return StepOutcome.of(
                List.of(
                        new Effect.SetVar(INTENT, Value.of(intent)),
                        new Effect.SetVar(PROBABILITY, new Value.Num(rounded)),
                        new Effect.SetVar(ALSO, Value.ofTexts(said.also())),
                        new Effect.SetVar(ENTITIES, new Value.Fields(said.entities())),
                        new Effect.Explain("It is about: " + intent + " (" + rounded.toPlainString() + ")")),
                Next.branch(intent));
    }
}
