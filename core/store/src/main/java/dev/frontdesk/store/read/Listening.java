package dev.frontdesk.store.read;

import dev.frontdesk.store.sql.Session;
import java.util.HashMap;
import java.util.Map;

/** How far the plugins' listeners have read the event log: rows of {@code channel_cursor}. */
public final class Listening {
    private static final String ROWS = "channel like 'listener:%' and name = 'position'";

    private Listening() {}

    /** Listener → its position as {@link Place#byIdAlone} has it. */
    public static Map<String, String> byIdAlone(Session session) {
        var positions = new HashMap<String, String>();
        session.query("select channel, value from channel_cursor where " + ROWS)
                .list(row -> Map.entry(row.text(), row.text()))
                .forEach(one -> positions.put(one.getKey(), Place.byIdAlone(session, one.getValue())));
        return positions;
    }

    public static void save(Session session, String listener, String position) {
        session.query("update channel_cursor set value = ? where channel = ? and " + ROWS)
                .set(position)
                .set(listener)
                .run();
    }
}
