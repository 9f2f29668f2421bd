package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.Transaction.Settled;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far messages got: facts that share one row of the log, and mail for runs that await it. */
public final class Statuses {
    private Statuses() {}

    public static List<Fact> facts(List<Settled> rows, long now) {
        return rows.stream()
                .map(row -> new Fact(
                        "message.status",
                        0,
                        0,
                        0,
                        now,
                        new Value.Fields(Map.of(
                                "conversation", Value.of(Long.toString(row.conversation())),
                                "contact", Value.of(Long.toString(row.contact())),
                                "message", Value.of(Long.toString(row.id())),
                                "state", Value.of(row.state().name().toLowerCase(Locale.ROOT)),
                                "why", Value.of(row.why())))))
                .toList();
    }

    private static boolean accepted(OutboxRow.State state) {
        return state != OutboxRow.State.FAILED && state != OutboxRow.State.UNSURE;
    }

    /** A report may tell of a message before, or instead of, its sender. */
    public static List<Job.Note> notes(List<Settled> rows) {
        return rows.stream()
                .filter(row -> row.run() != 0)
                .map(row -> new Job.Note(
                        row.contact(),
                        Mail.Kind.DELIVERY,
                        Mails.delivery(row.run(), row.rev(), row.id(), accepted(row.state()), row.why())))
                .toList();
    }
}
