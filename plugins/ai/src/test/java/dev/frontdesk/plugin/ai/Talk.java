package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.plugin.ai.chat.ChatAction;
import dev.frontdesk.plugin.ai.chat.ChatSettings;
import dev.frontdesk.plugin.ai.knowledge.Knowledge;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import dev.frontdesk.testkit.channel.LoopbackGateway;
import dev.frontdesk.testkit.model.FakeModel;
import dev.frontdesk.testkit.workflow.FakeStepContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A contact, the step, the action and a made-up model, one after the other as the engine has them. */
final class Talk {
    private static final int MOST_CALLS = 20;

    private final AiSettings settings;
    private final AiStep step;
    private final ChatAction action;
    private final List<Effect> effects = new ArrayList<>();
    private FakeStepContext now = FakeStepContext.started();
    private StepOutcome outcome = StepOutcome.of(Next.onward());

    Talk(Ai ai, FakeModel model, Knowledge knowledge) {
        Secret key = () -> FakeModel.KEY;
        settings = ai.settings();
        step = new AiStep(knowledge, Optional.empty());
        var asking = new ChatSettings(
                Optional.of(model.url()),
                Optional.of("small"),
                Optional.of(key),
                Duration.ofSeconds(20),
                500,
                0.2,
                BigDecimal.ONE,
                BigDecimal.ONE,
                RedactSettings.usual());
        action = new ChatAction(asking, new LoopbackGateway(), knowledge, InstantSource.fixed(now.now()));
    }

    Talk knowing(String path, Value value) {
        now = now.fact(path, value);
        return this;
    }

    Talk opensWith(String text) throws InterruptedException {
        now = now.fact("text", Value.of(text));
        return take(now);
    }

    Talk says(String text) throws InterruptedException {
        return take(now.after(outcome).replied(text));
    }

    private Talk take(FakeStepContext first) throws InterruptedException {
        var context = first;
        for (int i = 0; i < MOST_CALLS; i++) {
            outcome = step.run(settings, context);
            effects.addAll(outcome.effects());
            if (!(outcome.next() instanceof Next.Perform perform)) {
                return this;
            }
            context = now.after(outcome).performed(performed(perform.call()));
        }
        throw new AssertionError("it is asked again and again");
    }

    private ActionResult performed(dev.frontdesk.api.workflow.ActionCall call) throws InterruptedException {
        return action.perform(call, "key");
    }

    Next next() {
        return outcome.next();
    }

    /** Everything but explanations and why it ended. */
    List<Effect> done() {
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.Explain)
                        && !(effect instanceof Effect.SetVar(var name, var _)
                                && (name.startsWith("ai_") || name.startsWith("_"))))
                .toList();
    }

    List<String> said() {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.Send(var content, var _)
                        ? Stream.of(((Content.Text) content).plainText())
                        : Stream.of())
                .toList();
    }

    String explained() {
        return String.join(
                "\n",
                effects.stream()
                        .flatMap(effect -> effect instanceof Effect.Explain(var text) ? Stream.of(text) : Stream.of())
                        .toList());
    }
}
