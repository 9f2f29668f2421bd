package dev.frontdesk.engine.conversation;

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

/** Workflows written in a test, step by step. */
final class Script {
    record None() {}

    private final LinkedHashMap<String, Workflow.Node<?>> nodes = new LinkedHashMap<>();
    private final String name;

    Script(String name) {
        this.name = name;
    }

    Script step(String id, Map<String, String> branches, String next, Function<StepContext, StepOutcome> does) {
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
                        id,
                        "test-" + id,
                        step,
                        new None(),
                        step.shape(new None()),
                        branches,
                        next,
                        name + ".conf:" + (nodes.size() + 1)));
        return this;
    }

    Script say(String id, String text, String next) {
        return step(id, Map.of(), next, _ -> StepOutcome.then(new Effect.Send(Content.text(text))));
    }

    Script ask(String id, String text, String next) {
        return step(id, Map.of(), next, now -> switch (now.input()) {
            case Input.Replied(var _, var content) ->
                StepOutcome.then(
                        new Effect.SetVar(id, Value.of(now.picked(content).orElse(content.plainText()))));
            case Input.TimedOut() -> StepOutcome.of(Next.branch("timeout"));
            default ->
                StepOutcome.of(
                        List.of(new Effect.Send(new Content.Choice(text, List.of(now.option("yes", "Yes"))))),
                        new Next.AwaitReply(Optional.of(Duration.ofMinutes(5))));
        });
    }

    Script assign(String id, String team, String next) {
        return step(id, Map.of(), next, now -> switch (now.input()) {
            case Input.Assigned _ -> StepOutcome.of(Next.onward());
            default ->
                StepOutcome.of(new Next.AwaitAgent(
                        Route.to(new TeamId(team), "test"), Optional.of(Duration.ofHours(1)), false));
        });
    }

    Workflow onOpened() {
        return new Workflow(name, 1, Workflow.Trigger.CONVERSATION_OPENED, Optional.empty(), 0, false, nodes);
    }

    Workflow onClosed(long version) {
        return new Workflow(name, version, Workflow.Trigger.CONVERSATION_CLOSED, Optional.empty(), 0, false, nodes);
    }
}
