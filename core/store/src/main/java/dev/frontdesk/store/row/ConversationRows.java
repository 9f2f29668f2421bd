package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Conversation.Activity;
import dev.frontdesk.engine.model.Conversation.Closed;
import dev.frontdesk.engine.model.Conversation.Handling;
import dev.frontdesk.engine.model.Conversation.Opened;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.util.Collection;

/** Conversations; {@code closed_at} 0 is open. */
public final class ConversationRows {
    /** For a query that names the table {@code c}. */
    public static final String COLUMNS =
            "c.id, c.contact, c.part, c.opened_at, c.opened_ord, c.source, c.opened_channel, "
                    + "c.reach_channel, c.reach_identity, c.reach_thread, c.handler, c.handler_ref, c.epoch, c.team, c.assignee, "
                    + "c.queued_at, c.priority, c.skills, c.last_at, c.last_ord, c.last_author, c.preview, c.first_reply_at, "
                    + "c.waiting_since, c.wake_at, c.closed_at, c.closed_ord, c.closed_by, c.closed_source, c.category, c.summary, "
                    + "c.reach_at, c.window_told";

    public static final Bulk INSERT = changing(Bulk.insert("conversation")
                    .longs("id", "contact")
                    .ints("part")
                    .longs("opened_at", "opened_ord")
                    .texts("source", "opened_channel"))
            .done();

    public static final Bulk UPDATE =
            changing(Bulk.update("conversation", 1).longs("id")).done();

    private ConversationRows() {}

    private static Bulk.Columns changing(Bulk.Columns columns) {
        return columns.texts("reach_channel", "reach_identity", "reach_thread", "handler", "handler_ref")
                .ints("epoch")
                .texts("team", "assignee")
                .longs("queued_at")
                .ints("priority")
                .texts("skills")
                .longs("last_at", "last_ord")
                .texts("last_author", "preview")
                .longs("first_reply_at", "waiting_since", "wake_at", "closed_at", "closed_ord")
                .texts("closed_by", "closed_source", "category", "summary")
                .longs("reach_at")
                .ints("window_told");
    }

    public static Rows inserts(Collection<Conversation> conversations) {
        var rows = INSERT.rows(conversations.size());
        for (var it : conversations) {
            var opened = it.opened();
            rows.put(it.id()).put(it.contact()).put(it.part()).put(opened.at()).put(opened.ord());
            rows.put(opened.source()).put(opened.channel());
            change(rows, it);
        }
        return rows;
    }

    public static Rows updates(Collection<Conversation> conversations) {
        var rows = UPDATE.rows(conversations.size());
        for (var it : conversations) {
            rows.put(it.id());
            change(rows, it);
        }
        return rows;
    }

    private static void change(Rows rows, Conversation it) {
        var handling = it.handling();
        var activity = it.activity();
        rows.put(it.reach().channel()).put(it.reach().identity()).put(it.reach().thread());
        rows.put(kind(handling.handler())).put(reference(handling.handler()));
        rows.put(handling.epoch()).put(handling.team()).put(handling.assignee()).put(handling.queuedAt());
        rows.put(handling.priority()).made(TextsJson.write(handling.skills()));
        rows.put(activity.lastAt())
                .put(activity.lastOrd())
                .put(activity.lastAuthor())
                .put(activity.preview());
        rows.put(activity.firstReplyAt()).put(activity.waitingSince()).put(activity.wakeAt());
        var closed = it.closed();
        if (closed == null) {
            rows.put(0L).put(0L).put("").put("").put("").put("");
        } else {
            rows.put(closed.at()).put(closed.ord()).put(closed.by()).put(closed.source());
            rows.put(closed.category()).put(closed.summary());
        }
        rows.put(it.reach().at()).put(activity.windowTold());
    }

    public static Conversation read(Row row) throws SQLException {
        long id = row.longs();
        long contact = row.longs();
        int part = row.number();
        var opened = new Opened(row.longs(), row.longs(), row.text(), row.text());
        var reach = new Reach(row.text(), row.text(), row.text());
        var handler = handler(row.text(), row.text());
        var handling = new Handling(
                handler, row.number(), row.text(), row.text(), row.longs(), row.number(), TextsJson.read(row.text()));
        var activity =
                new Activity(row.longs(), row.longs(), row.text(), row.text(), row.longs(), row.longs(), row.longs());
        var closed = new Closed(row.longs(), row.longs(), row.text(), row.text(), row.text(), row.text());
        reach = reach.heard(row.longs());
        activity = activity.lookedAgainAt(activity.wakeAt(), row.flag());
        return new Conversation(id, contact, part, opened, reach, handling, activity, closed.at() == 0 ? null : closed);
    }

    private static String kind(Handler handler) {
        return switch (handler) {
            case Handler.Bot _ -> "BOT";
            case Handler.Queue _ -> "QUEUE";
            case Handler.Agent _ -> "AGENT";
            case Handler.None _ -> "NONE";
        };
    }

    private static String reference(Handler handler) {
        return switch (handler) {
            case Handler.Bot(long run) -> Long.toString(run);
            case Handler.Queue(String team) -> team;
            case Handler.Agent(String agent) -> agent;
            case Handler.None() -> "";
        };
    }

    private static Handler handler(String kind, String reference) {
        return switch (kind) {
            case "BOT" -> new Handler.Bot(Long.parseLong(reference));
            case "QUEUE" -> new Handler.Queue(reference);
            case "AGENT" -> new Handler.Agent(reference);
            default -> Handler.NONE;
        };
    }
}
