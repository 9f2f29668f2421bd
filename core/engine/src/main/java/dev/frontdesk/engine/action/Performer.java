package dev.frontdesk.engine.action;

import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.outbox.Deadline;
import dev.frontdesk.engine.port.Transaction.ActionOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Performs claimed actions, each on a virtual thread with its deadline, and reports what became of them. Safe for use by many threads. */
public final class Performer {
    private static final int MOST = 64;
    private static final Logger log = LoggerFactory.getLogger(Performer.class);

    private final Map<String, Action> actions;
    private final InstantSource clock;
    private final Consumer<Job.Acted> report;
    private final AtomicInteger under = new AtomicInteger();

    /** @param actions by type */
    public Performer(Map<String, Action> actions, InstantSource clock, Consumer<Job.Acted> report) {
        this.actions = Map.copyOf(actions);
        this.clock = clock;
        this.report = report;
    }

    public boolean idle() {
        return under.get() == 0;
    }

    /** How many more may be claimed: one that has to wait here would outlast its lease, and be performed twice. */
    public int free() {
        return Math.max(0, MOST - under.get());
    }

    public void perform(List<ActionRow> rows) {
        for (ActionRow row : rows) {
            under.incrementAndGet();
            Thread.ofVirtual().name("action").start(() -> {
                try {
                    report.accept(outcome(row, perform(row)));
                } finally {
                    under.decrementAndGet();
                }
            });
        }
    }

    private ActionResult perform(ActionRow row) {
        Action action = actions.get(row.type());
        if (action == null) {
            return new ActionResult.Failed("there is no action '" + row.type() + "'", false);
        }
        MDC.put("run", Long.toString(row.run()));
        var deadline = Duration.ofMillis(row.deadlineMs());
        try (var _ = Deadline.of(deadline)) {
            return Objects.requireNonNull(
                    action.perform(
                            new ActionCall(row.type(), row.input(), deadline, row.attempts()), row.idempotency()),
                    "the action answered nothing");
        } catch (InterruptedException e) {
            return new ActionResult.Failed("timeout: no result within " + deadline.toMillis() + " ms", true);
        } catch (Throwable e) {
            log.warn("action '{}' of run {} threw", row.type(), row.run(), e);
            return new ActionResult.Failed(e.toString(), true);
        }
    }

    private Job.Acted outcome(ActionRow row, ActionResult result) {
        long now = clock.millis();
        boolean again =
                switch (result) {
                    case ActionResult.Ok _ -> false;
                    case ActionResult.Failed(var _, var retry) -> retry && row.attempt() < row.attempts();
                    case ActionResult.Later _ -> row.attempt() < row.attempts() + 20;
                };
        if (again) {
            long pause = result instanceof ActionResult.Later(var after)
                    ? after.toMillis()
                    : 500L << Math.min(row.attempt(), 6);
            return new Job.Acted(new ActionOutcome(row.id(), row.attempt(), false, now + pause), List.of());
        }
        var note = new Job.Note(row.contact(), Mail.Kind.ACTION, Mails.performed(row.run(), row.rev(), result));
        return new Job.Acted(new ActionOutcome(row.id(), row.attempt(), true, now), List.of(note));
    }
}
