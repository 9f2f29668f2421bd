package dev.frontdesk.simulator;

import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A workflow written in a test. */
public final class Steps {
    record None() {}

    private final LinkedHashMap<String, Workflow.Node<?>> nodes = new LinkedHashMap<>();

    public Steps then(String id, String next, Function<StepContext, StepOutcome> does) {
        var step = new Step<None>() {
            @Override
            public Shape shape(None settings) {
                return Shape.plain().thatInteracts();
            }

            @Override
            public StepOutcome run(None settings, StepContext now) {
                return does.apply(now);
            }
        };
        nodes.put(
                id,
                new Workflow.Node<>(
                        id, "test-" + id, step, new None(), step.shape(new None()), Map.of(), next, "test:" + id));
        return this;
    }

    public Steps say(String id, String text, String next) {
        return then(id, next, _ -> StepOutcome.then(new Effect.Send(Content.text(text))));
    }

    public Steps ask(String id, String text, String next) {
        return then(
                id,
                next,
                now -> now.input() instanceof Input.Replied(var _, var content)
                        ? StepOutcome.then(new Effect.SetVar(id, Value.of(content.plainText())))
                        : now.input() instanceof Input.TimedOut
                                ? StepOutcome.of(Next.onward())
                                : StepOutcome.of(
                                        List.of(new Effect.Send(Content.text(text))),
                                        new Next.AwaitReply(Optional.of(Duration.ofMinutes(30)))));
    }

    public Steps assign(String id, String team, String next) {
        return then(
                id,
                next,
                now -> now.input() instanceof Input.Assigned
                        ? StepOutcome.of(Next.onward())
                        : StepOutcome.of(
                                new Next.AwaitAgent(Route.to(new TeamId(team), "test"), Optional.empty(), false)));
    }

    public Workflow onOpened() {
        return new Workflow("inbound", 1, Workflow.Trigger.CONVERSATION_OPENED, Optional.empty(), 0, false, nodes);
    }
}
