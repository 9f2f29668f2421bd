package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.Run;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.util.Collection;

/** Runs. The timer of a run is in its row. */
public final class RunRows {
    /** For a query that names the table {@code r}. */
    public static final String COLUMNS =
            "r.id, r.contact, r.part, r.conversation, r.workflow, r.version, r.slot, r.started_at, "
                    + "r.state, r.step, r.awaiting, r.memory, r.vars, r.rev, r.wake_at, r.reason, r.ended_at";

    public static final Bulk INSERT = changing(Bulk.insert("run")
                    .longs("id", "contact")
                    .ints("part")
                    .texts("workflow")
                    .longs("version", "started_at"))
            .done();

    public static final Bulk UPDATE =
            changing(Bulk.update("run", 1).longs("id")).done();

    private RunRows() {}

    private static Bulk.Columns changing(Bulk.Columns columns) {
        return columns.longs("conversation")
                .texts("slot", "state", "step", "awaiting", "memory", "vars")
                .ints("rev")
                .longs("wake_at")
                .texts("reason")
                .longs("ended_at");
    }

    public static Rows inserts(Collection<Run> runs) {
        var rows = INSERT.rows(runs.size());
        for (var it : runs) {
            rows.put(it.id()).put(it.contact()).put(it.part()).put(it.workflow());
            rows.put(it.version()).put(it.startedAt());
            change(rows, it);
        }
        return rows;
    }

    public static Rows updates(Collection<Run> runs) {
        var rows = UPDATE.rows(runs.size());
        for (var it : runs) {
            rows.put(it.id());
            change(rows, it);
        }
        return rows;
    }

    private static void change(Rows rows, Run it) {
        rows.put(it.conversation()).put(it.slot()).made(it.state().name()).put(it.step());
        rows.made(it.awaiting().name());
        rows.made(ValueJson.write(it.memory()))
                .made(ValueJson.write(it.vars()))
                .put(it.rev())
                .put(it.wakeAt());
        rows.put(it.reason()).put(it.endedAt());
    }

    public static Run read(Row row) throws SQLException {
        var origin = new Run.Origin(
                row.longs(), row.longs(), row.number(), row.longs(), row.text(), row.longs(), row.text(), row.longs());
        return new Run(
                origin,
                Run.State.valueOf(row.text()),
                row.text(),
                Run.Awaiting.valueOf(row.text()),
                ValueJson.read(row.text()),
                ValueJson.fields(row.text()),
                row.number(),
                row.longs(),
                row.text(),
                row.longs());
    }
}
