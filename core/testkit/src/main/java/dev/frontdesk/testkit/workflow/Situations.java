package dev.frontdesk.testkit.workflow;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.channel.BadTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The situations a step must stand: every input, at its start and after each answer it may have given itself. */
final class Situations {

    /** What a step did in a situation. */
    record Seen(FakeStepContext context, StepOutcome outcome) {}

    /** A kind of input that this version does not know. */
    private record FromTheFuture() implements Input {}

    private Situations() {}

    static <S extends Record> List<Seen> of(Step<S> step, S settings) {
        var seen = new ArrayList<Seen>();
        for (var start : starts()) {
            var begun = seen(step, settings, start);
            seen.add(begun);
            for (var input : inputs()) {
                var again = seen(step, settings, start.after(begun.outcome()).input(input));
                seen.add(again);
                for (var more : plainInputs()) {
                    seen.add(seen(step, settings, start.after(again.outcome()).input(more)));
                }
            }
        }
        // A step that was changed while a run waited finds memory it never wrote.
        for (var memory : memories()) {
            inputs().forEach(input -> seen.add(seen(
                    step, settings, FakeStepContext.started().memory(memory).input(input))));
        }
        return seen;
    }

    private static <S extends Record> Seen seen(Step<S> step, S settings, FakeStepContext context) {
        return new Seen(context, step.run(settings, context));
    }

    private static List<FakeStepContext> starts() {
        var start = FakeStepContext.started();
        return List.of(
                start,
                start.language("ru").facts(everything(Value.of("value"))),
                start.language("ar").facts(everything(Value.of(5))),
                start.facts(everything(Value.of("a\0\uD83D{{7*7}}\r\nX: y"))));
    }

    private static Facts everything(Value value) {
        return _ -> Optional.of(value);
    }

    private static List<Value> memories() {
        return List.of(
                Value.NIL,
                Value.of("unknown"),
                Value.of(-1),
                new Value.Num(new BigDecimal("1e99")),
                Value.ofTexts(List.of("a")),
                new Value.Fields(Map.of("attempts", Value.of("many"), "unknown", Value.NIL)));
    }

    private static List<Input> inputs() {
        var inputs = new ArrayList<>(plainInputs());
        BadTexts.all().forEach(bad -> inputs.add(replied(Content.text(bad.text()))));
        return inputs;
    }

    private static List<Input> plainInputs() {
        var option = FakeStepContext.started().option("0", "First");
        return List.of(
                new Input.Started(),
                replied(Content.text("1")),
                replied(Content.text("ann@example.org")),
                replied(new Content.Picked(option.token(), option.label())),
                replied(new Content.Picked("of another question", "First")),
                replied(new Content.Picked(
                        FakeStepContext.started().option("-1", "x").token(), "x")),
                replied(new Content.Unsupported("sticker", "")),
                new Input.TimedOut(),
                new Input.Performed(new ActionResult.Ok(Value.NIL)),
                new Input.Performed(new ActionResult.Ok(new Value.Fields(Map.of("unexpected", Value.of(1))))),
                new Input.Performed(new ActionResult.Failed("no", false)),
                new Input.Performed(new ActionResult.Later(Duration.ofSeconds(1))),
                new Input.Delivered(true, ""),
                new Input.Delivered(false, "blocked"),
                new Input.Assigned(new AgentId("agent1")),
                new Input.Unroutable("no members"),
                new FromTheFuture());
    }

    private static Input replied(Content content) {
        return new Input.Replied(new MessageId(7), content);
    }
}
