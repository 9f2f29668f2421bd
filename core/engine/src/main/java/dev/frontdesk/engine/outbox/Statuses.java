package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.Transaction.Settled;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far messages got, as facts that share one row of the log. */
public final class Statuses {
    private Statuses() {}

    public static List<Fact> facts(List<Settled> rows, long now) {
        return rows.stream()
                .map(row -> new Fact("message.status", 0, 0, 0, now, new Value.Fields(Map.of(
                        "conversation", Value.of(Long.toString(row.conversation())),
                        "contact", Value.of(Long.toString(row.contact())),
                        "message", Value.of(Long.toString(row.id())),
                        "state", Value.of(row.state().name().toLowerCase(Locale.ROOT)),
                        "why", Value.of(row.why())))))
                .toList();
    }
}
