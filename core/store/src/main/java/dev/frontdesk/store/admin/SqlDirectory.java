package dev.frontdesk.store.admin;

import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Teams and agents. An agent's load is the matcher's: what changes people here leaves it alone. */
public final class SqlDirectory implements Directory {
    private static final Bulk TEAM = Bulk.insert("team")
            .texts("id", "name", "strategy")
            .ints("capacity", "provisioned")
            .orReplace("id")
            .done();

    private static final Bulk AGENT = Bulk.insert("agent")
            .texts("id", "name", "role", "language")
            .ints("enabled", "capacity", "load")
            .texts("skills")
            .ints("presence_required")
            .longs("last_closed")
            .ints("provisioned")
            .orSet(
                    "id",
                    "name = excluded.name, role = excluded.role, enabled = excluded.enabled, capacity = excluded.capacity, "
                            + "skills = excluded.skills, presence_required = excluded.presence_required, "
                            + "provisioned = excluded.provisioned")
            .done();

    private static final Bulk MEMBER = Bulk.insert("team_member")
            .texts("team", "agent")
            .longs("last_assigned")
            .ints("provisioned")
            .orSet(
                    "team, agent",
                    "provisioned = case when excluded.provisioned = 1 then 1 else team_member.provisioned end")
            .done();

    private final Database database;

    public SqlDirectory(Database database) {
        this.database = database;
    }

    @Override
    public void provision(List<Team> teams, List<Agent> agents) {
        database.write(session -> {
            session.query("update team set provisioned = 0 where provisioned = 1")
                    .run();
            session.query("update agent set provisioned = 0 where provisioned = 1")
                    .run();
            session.query("update team_member set provisioned = 2 where provisioned = 1")
                    .run();
            var teamRows = TEAM.rows(teams.size());
            teams.forEach(it -> teamRows.put(it.id())
                    .put(it.name())
                    .put(it.strategy())
                    .put(it.capacity())
                    .put(true));
            session.write(TEAM, teamRows);
            save(session, agents, true);
            var members = new ArrayList<String[]>();
            teams.forEach(team ->
                    team.members().stream().distinct().forEach(agent -> members.add(new String[] {team.id(), agent})));
            join(session, members, true);
            // Memberships a file gave and gives no more; those made by hand stay.
            return session.query("delete from team_member where provisioned = 2")
                    .run();
        });
    }

    @Override
    public void put(Agent agent, List<String> teams) {
        database.write(session -> {
            save(session, List.of(agent), agent.provisioned());
            join(
                    session,
                    teams.stream()
                            .distinct()
                            .map(team -> new String[] {team, agent.id()})
                            .toList(),
                    false);
            return true;
        });
    }

    private static void save(Session session, List<Agent> agents, boolean provisioned) {
        var rows = AGENT.rows(agents.size());
        for (var it : agents.stream().sorted(Comparator.comparing(Agent::id)).toList()) {
            rows.put(it.id()).put(it.name()).put(it.role()).put(it.language()).put(it.enabled());
            rows.put(it.capacity()).put(0).put(TextsJson.write(it.skills())).put(it.presenceRequired());
            rows.put(0L).put(provisioned);
        }
        session.write(AGENT, rows);
    }

    private static void join(Session session, List<String[]> members, boolean provisioned) {
        var rows = MEMBER.rows(members.size());
        members.forEach(it -> rows.put(it[0]).put(it[1]).put(0L).put(provisioned));
        session.write(MEMBER, rows);
    }

    @Override
    public boolean disable(String agent) {
        return database.write(session -> {
            session.query("delete from session where agent = ?").set(agent).run();
            session.query("delete from sign_in_link where agent = ?").set(agent).run();
            return session.query("update agent set enabled = 0 where id = ?")
                            .set(agent)
                            .run()
                    == 1;
        });
    }

    @Override
    public List<Team> teams() {
        return database.read(session -> {
            var members = new HashMap<String, List<String>>();
            session.query("select team, agent from team_member order by team, agent")
                    .each(row -> members.computeIfAbsent(row.text(), _ -> new ArrayList<>())
                            .add(row.text()));
            return session.query("select id, name, strategy, capacity from team order by id")
                    .list(row -> {
                        String id = row.text();
                        return new Team(id, row.text(), row.text(), row.number(), members.getOrDefault(id, List.of()));
                    });
        });
    }

    /** With what the matcher did not add to the loads yet. */
    @Override
    public List<Agent> agents() {
        return database.read(session -> session.query("select a.id, a.name, a.role, a.language, a.enabled, a.capacity, "
                        + "a.load + coalesce((select sum(l.delta) from load_change l where l.agent = a.id), 0), a.skills, "
                        + "a.presence_required, coalesce(p.state, 'offline'), coalesce(p.seen_at, 0), a.provisioned "
                        + "from agent a left join presence p on p.agent = a.id order by a.id")
                .list(row -> new Agent(
                        row.text(),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.flag(),
                        row.number(),
                        row.number(),
                        TextsJson.read(row.text()),
                        row.flag(),
                        row.text(),
                        row.longs(),
                        row.flag())));
    }

    @Override
    public List<long[]> heldBy(String agent) {
        return database.read(session -> session.query(
                        "select contact, id from conversation where closed_at = 0 and assignee = ? order by id")
                .set(agent)
                .list(row -> new long[] {row.longs(), row.longs()}));
    }

    @Override
    public void declare(String agent, String presence, long at) {
        seen(agent, presence, at, "state = excluded.state, seen_at = excluded.seen_at");
    }

    @Override
    public void heartbeat(String agent, long at) {
        seen(agent, "offline", at, "seen_at = excluded.seen_at");
    }

    private void seen(String agent, String state, long at, String change) {
        database.write(session -> session.query("insert into presence (agent, state, seen_at) values (?, ?, ?) "
                        + "on conflict (agent) do update set " + change)
                .set(agent)
                .set(state)
                .set(at)
                .run());
    }
}
