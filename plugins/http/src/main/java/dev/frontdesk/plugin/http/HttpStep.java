package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
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
import java.util.TreeMap;

/** Has a request made and keeps what came back. */
public final class HttpStep implements Step<HttpSettings> {
    private static final String CONTACT = "contact.";

    /** The client gives up first, so that its own words reach the branch. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public Shape shape(HttpSettings settings) {
        var shape = Shape.plain();
        for (var branch : Trouble.branches()) {
            shape = shape.branching(branch);
        }
        for (var name : settings.save().keySet()) {
            shape = name.startsWith(CONTACT) ? shape : shape.writing(name, Value.class);
        }
        return shape;
    }

    @Override
    public StepOutcome run(HttpSettings settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ ->
                StepOutcome.of(new Next.Perform(new ActionCall(
                        HttpRequestAction.NAME,
                        Call.of(settings, now.facts()).asValue(),
                        settings.timeout().plus(GRACE),
                        settings.attempts())));
            case Input.Performed performed -> performed(settings, performed.result());
            default -> failed(Trouble.FAILED.because("no answer came", false));
        };
    }

    private static StepOutcome performed(HttpSettings settings, ActionResult result) {
        return switch (result) {
            case ActionResult.Ok(var value) -> saved(settings, value);
            case ActionResult.Failed failed -> failed(failed);
            case ActionResult.Later _ -> failed(Trouble.FAILED.because("no answer came", false));
        };
    }

    private static StepOutcome saved(HttpSettings settings, Value found) {
        var effects = new ArrayList<Effect>();
        for (var name : new TreeMap<>(settings.save()).keySet()) {
            var value = found instanceof Value.Fields fields ? fields.get(name) : Value.NIL;
            effects.add(
                    name.startsWith(CONTACT)
                            ? new Effect.SetField(name.substring(CONTACT.length()), value)
                            : new Effect.SetVar(name, value));
        }
        return StepOutcome.of(effects, Next.onward());
    }

    private static StepOutcome failed(ActionResult.Failed failed) {
        return StepOutcome.of(
                List.of(new Effect.Explain("The HTTP request did not succeed: " + failed.why())),
                Next.branch(Trouble.in(failed).branch()));
    }
}
