package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.model.IntentModel;
import dev.frontdesk.plugin.intent.model.Prediction;
import dev.frontdesk.plugin.intent.model.Training;
import dev.frontdesk.plugin.intent.text.HandOver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds out what the message that started the workflow is about, with at most one question between the two likeliest. A model is
 * learned when the workflow is loaded, and kept by its examples: threads may ask for it at once.
 */
public final class IntentStep implements Step<IntentSettings> {
    private static final String INTENT = "intent";
    private static final String PROBABILITY = "intent_probability";
    private static final int PLACES = 3;
    /** The key of an option is its place, because an intent may be longer than a key. */
    private static final String FIRST = "0";

    private static final String SECOND = "1";

    private final Map<Map<String, List<String>>, IntentModel> models = new ConcurrentHashMap<>();

    @Override
    public Shape shape(IntentSettings settings) {
        model(settings);
        var shape = Shape.plain()
                .thatInteracts()
                .writing(INTENT, Value.Text.class)
                .writing(PROBABILITY, Value.Num.class)
                .branching(IntentSettings.UNKNOWN)
                .branching(IntentSettings.HAND_OVER);
        for (var intent : settings.examples().keySet()) {
            shape = shape.branching(intent);
        }
        return shape;
    }

    private IntentModel model(IntentSettings settings) {
        return models.computeIfAbsent(settings.examples(), IntentStep::learned);
    }

    private static IntentModel learned(Map<String, List<String>> examples) {
        return Training.train(examples.entrySet().stream()
                .flatMap(intent ->
                        intent.getValue().stream().map(text -> new Example(text, Optional.of(intent.getKey()))))
                .toList());
    }

    @Override
    public StepOutcome run(IntentSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ -> about(now.facts().text("text"), settings, now, true);
            case Input.Replied replied -> replied(replied.content(), settings, now);
            default -> found(IntentSettings.UNKNOWN, 0);
        };
    }

    private StepOutcome replied(Content content, IntentSettings settings, StepContext now) {
        var picked = now.picked(content)
                .flatMap(key ->
                        asked(now.memory()).skip(key.equals(SECOND) ? 1 : 0).findFirst())
                .filter(settings.examples()::containsKey);
        return picked.isPresent() ? found(picked.get(), 1) : about(content.plainText(), settings, now, false);
    }

    private StepOutcome about(String text, IntentSettings settings, StepContext now, boolean mayAsk) {
        if (HandOver.isAskedFor(text)) {
            return found(IntentSettings.HAND_OVER, 1);
        }
        var said = model(settings).predict(text);
        if (said.intent().isEmpty()) {
            return found(IntentSettings.UNKNOWN, said.probability());
        }
        var second = said.alternatives().entrySet().stream().findFirst();
        boolean close = second.isPresent() && second.get().getValue() >= settings.closeness() * said.probability();
        return mayAsk && close
                ? question(said, second.get().getKey(), settings, now)
                : found(said.best(), said.probability());
    }

    private static StepOutcome question(Prediction said, String second, IntentSettings settings, StepContext now) {
        var text = settings.clarify()
                .map(clarify -> clarify.render(now.facts()))
                .orElseGet(() -> now.language().getLanguage().equals("ru")
                        ? "Уточните, пожалуйста, о чём идёт речь:"
                        : "Just to be sure, which of these is it about?");
        var options =
                List.of(now.option(FIRST, settings.label(said.best())), now.option(SECOND, settings.label(second)));
        return new StepOutcome(
                List.of(new Effect.Send(new Content.Choice(text, options))),
                Value.ofTexts(List.of(said.best(), second)),
                new Next.AwaitReply(Optional.of(settings.timeout())));
    }

    /** The two intents the question was between; nothing in memory that this step did not write. */
    private static Stream<String> asked(Value memory) {
        return memory instanceof Value.Items(var two) ? two.stream().map(Value::asText) : Stream.empty();
    }

    private static StepOutcome found(String intent, double probability) {
        var rounded = BigDecimal.valueOf(probability).setScale(PLACES, RoundingMode.HALF_UP);
        return StepOutcome.of(
                List.of(
                        new Effect.SetVar(INTENT, Value.of(intent)),
                        new Effect.SetVar(PROBABILITY, new Value.Num(rounded)),
                        new Effect.Explain("It is about: " + intent + " (" + rounded.toPlainString() + ")")),
                Next.branch(intent));
    }
}
