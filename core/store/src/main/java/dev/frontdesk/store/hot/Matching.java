package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.port.Transaction.Closing;
import dev.frontdesk.engine.port.Transaction.Member;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The queue and the members' loads. Only the matcher writes loads, under the locks of the team and of the agents in order. */
final class Matching {
    static final String LOCK_TEAM = "select id from team where id = ? for no key update skip locked";

    static final String MEMBERS = "select a.id, a.enabled, coalesce(p.state, 'offline'), coalesce(p.seen_at, 0), "
            + "a.presence_required, a.capacity, a.load, m.last_assigned, a.last_closed, a.skills "
            + "from team_member m join agent a on a.id = m.agent left join presence p on p.agent = a.id "
            + "where m.team = ? order by a.id for no key update of a";

    static final String TAKE_LOADS =
            "delete from load_change where agent = any(?::text[]) returning agent, delta, closed_at";

    static final String QUEUE =
            "select conversation, contact, team, agent, priority, enqueued_at, epoch, skills, exclude, "
                    + "channel, language, window_ends from assign_queue where team = ? order by priority desc, enqueued_at, conversation limit ?";

    /** By its own index, and few: those whose window ends soon. */
    static final String CLOSING =
            "select q.conversation, q.contact, q.team, q.agent, q.priority, q.enqueued_at, q.epoch, q.skills, q.exclude, "
                    + "q.channel, q.language, q.window_ends, c.reach_channel, c.reach_identity, c.reach_thread, c.reach_at "
                    + "from assign_queue q join conversation c on c.id = q.conversation "
                    + "where q.team = ? and q.window_ends > 0 and q.window_ends > ? and q.window_ends <= ? "
                    + "order by q.priority desc, q.window_ends limit ?";

    static final String PLACES = "select conversation, team, enqueued_at, epoch from assign_queue "
            + "where conversation = any(?::bigint[]) order by conversation for update";

    static final String DEQUEUE =
            "delete from assign_queue where conversation = any(?::bigint[]) returning conversation";

    private static final Bulk ENTER = Bulk.insert("assign_queue")
            .longs("conversation", "contact")
            .texts("team", "agent")
            .ints("priority")
            .longs("enqueued_at")
            .ints("epoch")
            .texts("skills", "exclude", "channel", "language")
            .longs("window_ends")
            .orReplace("conversation")
            .done();

    private static final Bulk LOAD = Bulk.update("agent", 1)
            .texts("id")
            .ints("load")
            .longs("last_closed")
            .done();

    private static final Bulk ASSIGNED = Bulk.update("team_member", 2)
            .texts("team", "agent")
            .longs("last_assigned")
            .done();

    private static final Bulk CHANGE = Bulk.insert("load_change")
            .longs("id")
            .texts("agent")
            .ints("delta")
            .longs("closed_at")
            .done();

    private static final String AGENTS =
            "select id, load, last_closed from agent where id = any(?::text[]) order by id for no key update";

    private final Session session;

    Matching(Session session) {
        this.session = session;
    }

    boolean lockTeam(String team) {
        return session.query(LOCK_TEAM).set(team).first(row -> row.text()).isPresent();
    }

    List<Member> members(String team) {
        var members = new LinkedHashMap<String, Member>();
        session.query(MEMBERS).set(team).each(row -> {
            var member = new Member(
                    row.text(),
                    row.flag(),
                    row.text(),
                    row.longs(),
                    row.flag(),
                    row.number(),
                    row.number(),
                    row.longs(),
                    row.longs(),
                    TextsJson.read(row.text()));
            members.put(member.agent(), member);
        });
        if (members.isEmpty()) {
            return List.of();
        }
        var changed = new TreeMap<String, Member>();
        session.query(TAKE_LOADS).texts(members.keySet()).each(row -> {
            String agent = row.text();
            int delta = row.number();
            long closedAt = row.longs();
            changed.put(agent, changed(changed.getOrDefault(agent, members.get(agent)), delta, closedAt));
        });
        save(changed.values());
        members.putAll(changed);
        return List.copyOf(members.values());
    }

    private static Member changed(@Nullable Member it, int delta, long closedAt) {
        if (it == null) {
            throw new IllegalStateException("a load change of nobody");
        }
        return new Member(
                it.agent(),
                it.enabled(),
                it.presence(),
                it.seenAt(),
                it.presenceRequired(),
                it.capacity(),
                it.load() + delta,
                it.lastAssigned(),
                Math.max(it.lastClosed(), closedAt),
                it.skills());
    }

    private void save(Collection<Member> members) {
        var rows = LOAD.rows(members.size());
        members.forEach(it -> rows.put(it.agent()).put(it.load()).put(it.lastClosed()));
        session.write(LOAD, rows);
    }

    List<QueueRow> queue(String team, int limit) {
        return session.query(QUEUE).set(team).set(limit).list(Matching::place);
    }

    List<Closing> closing(String team, long after, long until, int limit) {
        return session.query(CLOSING)
                .set(team)
                .set(after)
                .set(until)
                .set(limit)
                .list(row -> new Closing(place(row), new Reach(row.text(), row.text(), row.text(), row.longs())));
    }

    private static QueueRow place(Row row) throws SQLException {
        return new QueueRow(
                row.longs(),
                row.longs(),
                row.text(),
                row.text(),
                row.number(),
                row.longs(),
                row.number(),
                TextsJson.read(row.text()),
                TextsJson.read(row.text()),
                row.text(),
                row.text(),
                row.longs());
    }

    /** The queue was read before its contacts were locked: what has moved since is looked at again, and locked. */
    Set<Long> dequeue(Collection<QueueRow> places) {
        var wanted = new HashSet<Place>();
        places.forEach(it -> wanted.add(new Place(it.conversation(), it.team(), it.enqueuedAt(), it.epoch())));
        var still = new HashSet<Long>();
        if (!wanted.isEmpty()) {
            session.query(PLACES)
                    .longs(wanted.stream().map(Place::conversation).toList())
                    .each(row -> {
                        var place = new Place(row.longs(), row.text(), row.longs(), row.number());
                        if (wanted.contains(place)) {
                            still.add(place.conversation());
                        }
                    });
        }
        leave(still);
        return still;
    }

    private record Place(long conversation, String team, long enqueuedAt, int epoch) {}

    /** The agents are locked since {@link #members}; reading them again costs one statement and spares a cache of their loads. */
    void reserve(String team, Map<String, Integer> conversationsByAgent, long at) {
        if (conversationsByAgent.isEmpty()) {
            return;
        }
        var loads = LOAD.rows(conversationsByAgent.size());
        session.query(AGENTS).texts(conversationsByAgent.keySet()).each(row -> {
            String agent = row.text();
            int more = conversationsByAgent.getOrDefault(agent, 0);
            loads.put(agent).put(row.number() + more).put(row.longs());
        });
        session.write(LOAD, loads);
        var assigned = ASSIGNED.rows(conversationsByAgent.size());
        conversationsByAgent
                .keySet()
                .forEach(agent -> assigned.put(team).put(agent).put(at));
        session.write(ASSIGNED, assigned);
    }

    void enter(Collection<QueueRow> queue) {
        var rows = ENTER.rows(queue.size());
        for (var it : queue) {
            rows.put(it.conversation())
                    .put(it.contact())
                    .put(it.team())
                    .put(it.agent())
                    .put(it.priority());
            rows.put(it.enqueuedAt()).put(it.epoch());
            rows.made(TextsJson.write(it.skills())).made(TextsJson.write(it.exclude()));
            rows.put(it.channel()).put(it.language()).put(it.windowEnds());
        }
        session.write(ENTER, rows);
    }

    void leave(Collection<Long> conversations) {
        if (!conversations.isEmpty()) {
            session.query(DEQUEUE).longs(conversations).each(row -> row.longs());
        }
    }

    void changeLoads(List<LoadChange> changes) {
        var rows = CHANGE.rows(changes.size());
        changes.forEach(it -> rows.put(it.id()).put(it.agent()).put(it.delta()).put(it.closedAt()));
        session.write(CHANGE, rows);
    }
}
