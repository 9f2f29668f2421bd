package dev.frontdesk.store.read;

import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.port.InboxReads.View;
import java.util.Locale;

/**
 * One page of a view. The cursor is the last row's sort key and id. Closed conversations go by the time they were closed, which is
 * indexed; open ones are few and sorted as they are.
 */
record Page(View view, String where, String order, long key, long id) {
    static final String SEARCH =
            " and ($lower(coalesce(p.name, k.name)) like :like escape '!' or $lower(c.preview) like :like escape '!')";

    private static final String WAITING = "case when c.waiting_since > 0 then c.waiting_since else c.opened_at end";

    static Page of(View view, String before) {
        int dot = before.indexOf('.');
        long key = 0;
        long id = 0;
        boolean first = true;
        try {
            if (dot > 0) {
                key = Long.parseLong(before.substring(0, dot));
                id = Long.parseLong(before.substring(dot + 1));
                first = false;
            }
        } catch (NumberFormatException _) {
            // not a cursor of ours: the first page
            first = true;
        }
        String sort = sort(view);
        boolean rising = view == View.UNASSIGNED;
        String after = first ? "" : " and (" + sort + ", c.id) " + (rising ? ">" : "<") + " (:key, :id)";
        String direction = rising ? "" : " desc";
        String order = " order by " + sort + direction + ", c.id" + direction + " limit :limit";
        return new Page(view, rows(view) + after, order, key, id);
    }

    private static String rows(View view) {
        return switch (view) {
            case MINE -> "c.closed_at = 0 and c.assignee = :agent";
            case UNASSIGNED -> "c.closed_at = 0 and c.handler in ('QUEUE', 'NONE')";
            case ALL -> "c.closed_at = 0";
            case CLOSED -> "c.closed_at > 0";
        };
    }

    private static String sort(View view) {
        return switch (view) {
            case MINE, ALL -> "c.last_at";
            case UNASSIGNED -> WAITING;
            case CLOSED -> "c.closed_at";
        };
    }

    static String cursor(View view, Conversation it) {
        var closed = it.closed();
        var activity = it.activity();
        long key =
                switch (view) {
                    case MINE, ALL -> activity.lastAt();
                    case UNASSIGNED ->
                        activity.waitingSince() > 0
                                ? activity.waitingSince()
                                : it.opened().at();
                    case CLOSED -> closed == null ? 0 : closed.at();
                };
        return key + "." + it.id();
    }

    static String pattern(String query) {
        String text = query.toLowerCase(Locale.ROOT);
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
