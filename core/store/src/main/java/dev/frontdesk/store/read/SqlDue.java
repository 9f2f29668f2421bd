package dev.frontdesk.store.read;

import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.store.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sweeps' questions. Each finds by an index what is due, and only that. */
public final class SqlDue implements Due {
    /** A contact whose head is not due is left out, or blocked contacts would hide the others behind the limit. */
    static final String SENDS =
            "select o.contact from outbox o where o.state in ('READY', 'UNKNOWN') and o.due_at <= ? "
                    + "and not exists (select 1 from outbox h where h.contact = o.contact and h.ord < o.ord "
                    + "and h.state in ('READY', 'SENDING', 'UNKNOWN')) order by o.due_at limit ?";

    private static final long FUTURE_MS = 60_000;

    private final Database database;

    public SqlDue(Database database) {
        this.database = database;
    }

    @Override
    public List<Timer> timers(long now, int limit) {
        return database.read(session -> session.query("select contact, id, rev from run where state = 'WAITING' "
                        + "and wake_at > 0 and wake_at <= ? order by wake_at limit ?")
                .set(now)
                .set(limit)
                .list(row -> new Timer(row.longs(), row.longs(), row.number())));
    }

    @Override
    public List<Idle> idle(long now, int limit) {
        return database.read(
                session -> session.query("select contact, id, wake_at from conversation where closed_at = 0 "
                                + "and wake_at > 0 and wake_at <= ? order by wake_at limit ?")
                        .set(now)
                        .set(limit)
                        .list(row -> new Idle(row.longs(), row.longs(), row.longs())));
    }

    /** A node whose clock is far ahead may have died, too. */
    @Override
    public List<Integer> partitionsWithMail(long olderThan) {
        return database.read(session -> session.query("select distinct part from mailbox where at <= ? or at > ?")
                .set(olderThan)
                .set(olderThan + FUTURE_MS)
                .list(row -> row.number()));
    }

    @Override
    public List<Long> contactsToSend(long now, int limit) {
        return database.read(session -> session.query(SENDS).set(now).set(limit).list(row -> row.longs()));
    }

    /** Due at once: the lease was the time in which a report could have come. */
    @Override
    public int abandonedSends() {
        return database.write(session -> session.query("update outbox set state = 'UNKNOWN', lease_until = 0, "
                        + "why = 'the node that sent it is gone' where state = 'SENDING' and lease_until <= $now")
                .run());
    }

    /** A file has one process, so whatever is under way when it starts was left by an earlier one. */
    @Override
    public void leftBehind(Set<String> atOnce, long now) {
        if (database.dialect().writesSideBySide()) {
            return;
        }
        database.write(session -> session.query("update outbox set state = 'UNKNOWN', lease_until = 0, "
                                + "why = 'the process that sent it is gone', "
                                + "due_at = case when channel = any(?::text[]) or lease_until <= $now then ? "
                                + "else ? + lease_until - $now end where state = 'SENDING'")
                        .texts(atOnce)
                        .set(now)
                        .set(now)
                        .run()
                + session.query("update action set state = 'READY', lease_until = 0 where state = 'RUNNING'")
                        .run()
                + session.query("update attachment set state = 'WAITING', lease_until = 0 where state = 'RUNNING'")
                        .run());
    }

    @Override
    public List<Long> actions(long now, int limit) {
        return database.read(session -> session.query(
                        "select id from action where state = 'READY' and due_at <= ? order by due_at limit ?")
                .set(now)
                .set(limit)
                .list(row -> row.longs()));
    }

    @Override
    public int abandonedActions() {
        return database.write(session -> session.query("update action set state = 'READY', lease_until = 0 "
                        + "where state = 'RUNNING' and lease_until <= $now")
                .run());
    }

    @Override
    public List<Long> fetches(String channel, long now, int limit) {
        return database.read(session -> session.query("select id from attachment where state = 'WAITING' "
                        + "and channel = ? and due_at <= ? order by due_at limit ?")
                .set(channel)
                .set(now)
                .set(limit)
                .list(row -> row.longs()));
    }

    @Override
    public List<Long> expiredFetches(long now, int limit) {
        return database.read(session -> session.query("select id from attachment where state = 'WAITING' "
                        + "and expires_at <= ? order by expires_at limit ?")
                .set(now)
                .set(limit)
                .list(row -> row.longs()));
    }

    @Override
    public int abandonedFetches() {
        return database.write(session -> session.query("update attachment set state = 'WAITING', lease_until = 0 "
                        + "where state = 'RUNNING' and lease_until <= $now")
                .run());
    }

    @Override
    public List<Long> parked(int limit) {
        return database.read(session -> session.query(
                        "select distinct contact from run where state = 'PARKED' order by contact limit ?")
                .set(limit)
                .list(row -> row.longs()));
    }

    @Override
    public List<String> teamsWithQueueOrLoadChanges() {
        return database.read(session -> session.query("select team from assign_queue union "
                        + "select m.team from load_change l join team_member m on m.agent = l.agent")
                .list(row -> row.text()));
    }

    @Override
    public List<MergeOrder> merges(int limit) {
        return database.read(session -> {
            var orders = new ArrayList<>(session.query("select id, one, other, reason, ordered_at from contact_merge "
                            + "where state = 'ORDERED' order by id limit ?")
                    .set(limit)
                    .list(row -> new MergeOrder(row.longs(), row.longs(), row.longs(), row.text(), row.longs())));
            orders.addAll(session.query("select id, survivor, loser, reason, done_at from contact_merge "
                            + "where state = 'UNDO' order by id limit ?")
                    .set(limit)
                    .list(row -> new MergeOrder(row.longs(), row.longs(), row.longs(), row.text(), row.longs(), true)));
            return orders;
        });
    }
}
