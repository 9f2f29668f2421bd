package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import dev.frontdesk.engine.workflow.Workflow.Node;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a run from step to step until it waits or ends. Pure but for the {@link Scene} it acts on: the same run, input and scene
 * give the same result. Belongs to one thread.
 */
public final class Runner {
    /** More steps than this without a wait is a loop that the check did not see. */
    private static final int MOST_STEPS = 1000;

    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    private final StepTypes types;
    private final StepWatch watch;

    public Runner(StepTypes types, StepWatch watch) {
        this.types = types;
        this.watch = watch;
    }

    public Run start(Workflow workflow, Run fresh, Scene scene) {
        return go(workflow, fresh, workflow.first(), new Input.Started(), scene);
    }

    /** The step at which the run stands takes an input. */
    public Run resume(Workflow workflow, Run run, Input input, Scene scene) {
        Node<?> node = workflow.steps().get(run.step());
        if (node == null) {
            return run.parked(
                    "step '" + run.step() + "' is not in version " + run.version() + " of '" + run.workflow() + "'");
        }
        return go(workflow, run.raised(), node, input, scene);
    }

    private Run go(Workflow workflow, Run begin, Node<?> first, Input firstInput, Scene scene) {
        Run run = begin;
        Node<?> node = first;
        Input input = firstInput;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            run = run.step().equals(node.id()) ? run : run.at(node.id());
            if (types.disabled(node.type())) {
                return run.parked(
                        "step type '" + node.type() + "' is switched off: a step of it hung (" + node.where() + ")");
            }
            if (input instanceof Input.Started) {
                scene.step(run, node.id());
            }
            StepOutcome outcome;
            try {
                outcome = call(node, run, input, scene);
            } catch (Throwable e) {
                if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                    throw e; // not the step's fault
                }
                log.warn(
                        "run {} of '{}': step '{}' ({}) failed. The run ends and the conversation goes to the default team.",
                        run.id(),
                        run.workflow(),
                        node.id(),
                        node.where(),
                        e);
                return run.ended(
                        Run.State.FAILED, "step '" + node.id() + "' (" + node.where() + ") failed: " + e, scene.now());
            }
            run = Runs.forgetting(run).remembering(outcome.memory());
            for (Effect effect : outcome.effects()) {
                switch (effect) {
                    case Effect.Send(var content, var fallback) -> {
                        boolean awaited = outcome.next() instanceof Next.AwaitDelivery;
                        long message = scene.say(run, content, fallback, awaited);
                        run = awaited ? Runs.awaiting(run, message) : run;
                    }
                    case Effect.SetVar(var name, var value) -> run = run.with(name, value);
                    case Effect.SetField(var field, var value) -> {
                        Optional<String> refused = scene.setField(field, value);
                        if (refused.isPresent()) {
                            return run.ended(
                                    Run.State.FAILED,
                                    "step '" + node.id() + "' (" + node.where() + "): " + refused.get(),
                                    scene.now());
                        }
                    }
                    case Effect.Tag(var tag, var on) -> scene.tag(tag, on);
                    case Effect.Note(var text) -> scene.note(text);
                    case Effect.Explain(var text) -> scene.explain(text);
                    case Effect.Understood(var words, var about) -> scene.understood(words, about);
                    case Effect.Close(var category, var summary) -> {
                        Run done = run.ended(Run.State.DONE, "closed", scene.now());
                        scene.close(done, category, summary);
                        return done;
                    }
                }
            }
            switch (outcome.next()) {
                case Next.Continue(var branch) -> {
                    String target = branch.map(node.branches()::get).orElse(null);
                    Node<?> to = workflow.steps().get(target == null ? node.next() : target);
                    if (to == null) {
                        return run.ended(Run.State.DONE, branch.orElse("end"), scene.now());
                    }
                    node = to;
                    input = new Input.Started();
                    run = run.remembering(Value.NIL);
                }
                case Next.Jump(var step) -> {
                    Node<?> to = workflow.steps().get(step);
                    if (to == null) {
                        return run.ended(
                                Run.State.FAILED,
                                "jump to unknown step '" + step + "' (" + node.where() + ")",
                                scene.now());
                    }
                    node = to;
                    input = new Input.Started();
                    run = run.remembering(Value.NIL);
                }
                case Next.AwaitReply(var most) -> {
                    return run.waiting(
                            Run.Awaiting.REPLY,
                            most.map(m -> scene.now() + m.toMillis()).orElse(0L));
                }
                case Next.AwaitUntil(var time) -> {
                    return run.waiting(Run.Awaiting.TIME, Math.max(1, time.toEpochMilli()));
                }
                case Next.AwaitDelivery(var most) -> {
                    return run.waiting(Run.Awaiting.DELIVERY, scene.now() + most.toMillis());
                }
                case Next.Perform(var call, var most) -> {
                    scene.perform(run, call);
                    return run.waiting(
                            Run.Awaiting.ACTION,
                            most.map(m -> scene.now() + m.toMillis()).orElse(0L));
                }
                case Next.AwaitAgent(var route, var most, var leaveQueue) -> {
                    if (scene.queue(route)) {
                        return Runs.leaving(run, leaveQueue)
                                .waiting(
                                        Run.Awaiting.AGENT,
                                        most.map(m -> scene.now() + m.toMillis())
                                                .orElse(0L));
                    }
                    if (!node.branches().containsKey("unroutable")) {
                        return run.ended(Run.State.DONE, "team '" + route.team() + "' has no members", scene.now());
                    }
                    input = new Input.Unroutable("team '" + route.team() + "' has no members");
                }
                case Next.Finish(var reason) -> {
                    return run.ended(Run.State.DONE, reason, scene.now());
                }
            }
        }
        return run.ended(Run.State.FAILED, "loop: " + MOST_STEPS + " steps without a wait", scene.now());
    }

    private <S extends Record> StepOutcome call(Node<S> node, Run run, Input input, Scene scene) {
        watch.enter(node.type(), node.id(), node.where());
        try {
            return Objects.requireNonNull(
                    node.step().run(node.settings(), new Situation(run, input, scene)), "the step answered nothing");
        } finally {
            watch.leave();
        }
    }
}
