package dev.frontdesk.store.admin;

import dev.frontdesk.engine.port.Housekeeping;
import dev.frontdesk.store.sql.Database;
import java.util.Collection;
import java.util.Set;

/** What is no longer kept. How far the raw payloads are dropped is a cursor, so that no index must carry their age. */
public final class SqlHousekeeping implements Housekeeping {
    private static final String CHANNEL = "housekeeping";

    private final Database database;

    public SqlHousekeeping(Database database) {
        this.database = database;
    }

    @Override
    public boolean forgetRaw(long belowId, int limit) {
        boolean messages = forgetRaw("message", "raw", belowId, limit);
        return forgetRaw("message_change", "raw-changes", belowId, limit) || messages;
    }

    private boolean forgetRaw(String table, String cursor, long belowId, int limit) {
        return database.write(session -> {
            long from = session.query("select value from channel_cursor where channel = ? and name = ?")
                    .set(CHANNEL)
                    .set(cursor)
                    .first(row -> Long.parseLong(row.text()))
                    .orElse(0L);
            var ids = session.query("select id from " + table + " where id > ? and id < ? order by id limit ?")
                    .set(from)
                    .set(belowId)
                    .set(limit)
                    .list(row -> row.longs());
            if (ids.isEmpty()) {
                return false;
            }
            session.query("update " + table + " set raw = null where id = any(?::bigint[]) and raw is not null")
                    .longs(ids)
                    .run();
            session.query("insert into channel_cursor (channel, name, value, fence) values (?, ?, ?, 0) "
                            + "on conflict (channel, name) do update set value = excluded.value")
                    .set(CHANNEL)
                    .set(cursor)
                    .set(Long.toString(ids.getLast()))
                    .run();
            return ids.size() == limit;
        });
    }

    @Override
    public void forgetNotices(long before) {
        database.write(session ->
                session.query("delete from notice where at < ?").set(before).run());
    }

    @Override
    public void forgetOver(long now, long doneBefore) {
        database.write(session -> session.query("delete from session where expires_at < ?")
                .set(now)
                .run());
        database.write(session -> session.query("delete from sign_in_link where expires_at < ?")
                .set(now)
                .run());
        database.write(session -> session.query("delete from command where at < ?")
                .set(doneBefore)
                .run());
        database.write(session -> session.query("delete from action where state = 'DONE' and due_at < ?")
                .set(doneBefore)
                .run());
    }

    @Override
    public void forgetUploads(long uploadedBefore) {
        database.write(session -> session.query("delete from attachment where message = 0 and at < ?")
                .set(uploadedBefore)
                .run());
    }

    @Override
    public Set<String> referred(Collection<String> sha256) {
        return Set.copyOf(database.read(
                session -> session.query("select sha256 from attachment where sha256 = any(?::text[]) and sha256 <> ''")
                        .texts(sha256)
                        .list(row -> row.text())));
    }
}
