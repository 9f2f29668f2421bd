package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a question remembers while it waits: how many answers did not fit, and until when to wait. */
record Waiting(int attempts, Optional<Instant> until) {

    static Waiting begun(AskSettings settings, StepContext now) {
        return new Waiting(0, limit(settings, now));
    }

    /** Memory that this step did not write counts as none. */
    static Waiting in(Value memory, AskSettings settings, StepContext now) {
        if (memory instanceof Value.Fields fields && fields.get("attempts") instanceof Value.Num(var attempts)) {
            var until =
                    fields.get("until") instanceof Value.Time(var time) ? Optional.of(time) : Optional.<Instant>empty();
            return new Waiting(attempts.intValue(), until);
        }
        return begun(settings, now);
    }

    private static Optional<Instant> limit(AskSettings settings, StepContext now) {
        return settings.timeout().isZero()
                ? Optional.empty()
                : Optional.of(now.now().plus(settings.timeout()));
    }

    Waiting afterOneMore() {
        return new Waiting(attempts + 1, until);
    }

    Value.Fields asMemory() {
        var fields = Value.EMPTY.with("attempts", Value.of(attempts));
        return until.map(time -> fields.with("until", new Value.Time(time))).orElse(fields);
    }

    StepOutcome saying(List<Effect> effects, StepContext now) {
        var left = until.map(time -> Duration.between(now.now(), time))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
        return new StepOutcome(effects, asMemory(), new Next.AwaitReply(left));
    }
}
