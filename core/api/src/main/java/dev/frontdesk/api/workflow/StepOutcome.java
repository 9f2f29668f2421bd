package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import java.util.List;

/**
 * What a step wants to happen; committed together with the run's new position.
 *
 * @param effects in order
 * @param memory kept for the step's next call, dropped when it moves on
 * @param next where the run goes
 */
public record StepOutcome(List<Effect> effects, Value memory, Next next) {

    /** Copies the effects. */
    public StepOutcome {
        effects = List.copyOf(effects);
    }

    /** Does nothing but move. */
    public static StepOutcome of(Next next) {
        return new StepOutcome(List.of(), Value.NIL, next);
    }

    /** Effects, then the next step. */
    public static StepOutcome then(Effect... effects) {
        return new StepOutcome(List.of(effects), Value.NIL, Next.onward());
    }

    /** Effects, then a move. */
    public static StepOutcome of(List<Effect> effects, Next next) {
        return new StepOutcome(effects, Value.NIL, next);
    }
}
