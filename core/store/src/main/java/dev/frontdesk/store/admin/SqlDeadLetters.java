package dev.frontdesk.store.admin;

import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Notice;
import dev.frontdesk.engine.port.DeadLetters;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Dead letters, of which those driven again are no longer listed, and notices. */
public final class SqlDeadLetters implements DeadLetters {
    private static final String SELECT =
            "select id, channel, dedupe, kind, reason, contact, raw, at from dead_letter where ";

    private final Database database;

    public SqlDeadLetters(Database database) {
        this.database = database;
    }

    @Override
    public List<DeadLetter> list(int limit) {
        return database.read(session -> session.query(SELECT + "redriven_at = 0 order by id desc limit ?")
                .set(limit)
                .list(SqlDeadLetters::read));
    }

    @Override
    public Optional<DeadLetter> get(long id) {
        return database.read(session -> session.query(SELECT + "id = ?").set(id).first(SqlDeadLetters::read));
    }

    @Override
    public boolean redriven(long id, long at) {
        return database.write(
                session -> session.query("update dead_letter set redriven_at = ? where id = ? and redriven_at = 0")
                                .set(at)
                                .set(id)
                                .run()
                        == 1);
    }

    @Override
    public long count() {
        return database.read(session -> session.query("select count(*) from dead_letter where redriven_at = 0")
                .first(row -> row.longs())
                .orElse(0L));
    }

    @Override
    public List<Notice> notices(int limit) {
        return database.read(session -> session.query(
                        "select id, channel, dedupe, kind, details, at from notice order by id desc limit ?")
                .set(limit)
                .list(row -> new Notice(
                        row.longs(), row.text(), row.text(), row.text(), ValueJson.read(row.text()), row.longs())));
    }

    private static DeadLetter read(Row row) throws SQLException {
        return new DeadLetter(
                row.longs(),
                row.text(),
                row.textOrNull(),
                row.text(),
                row.text(),
                row.longs(),
                row.bytes(),
                row.longs());
    }
}
