package dev.frontdesk.store.admin;

import dev.frontdesk.engine.port.Leases;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Session;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Leases and node numbers, on the database's clock. Safe for use by many threads. */
public final class SqlLeases implements Leases {
    /** Nobody's number: whoever takes a released lease is another holder and gets a higher fence. */
    private static final int NOBODY = -1;

    private static final int NODES = 1024;

    private final Database database;

    /** Tells our hold on a number from that of a process which took it after we stood still too long. */
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

    public SqlLeases(Database database) {
        this.database = database;
    }

    @Override
    public OptionalLong acquire(String name, int node, Duration term) {
        return database
                .write(session -> session.query("insert into lease (name, node, fence, expires_at) "
                                + "values (?, ?, 1, $now + ?) on conflict (name) do update set "
                                + "fence = lease.fence + case when lease.node = excluded.node then 0 else 1 end, "
                                + "node = excluded.node, expires_at = excluded.expires_at "
                                + "where lease.node = excluded.node or lease.expires_at <= $now returning fence")
                        .set(name)
                        .set(node)
                        .set(term.toMillis())
                        .list(row -> row.longs()))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void release(String name, int node) {
        database.write(session -> session.query("update lease set node = ?, expires_at = 0 where name = ? and node = ?")
                .set(NOBODY)
                .set(name)
                .set(node)
                .run());
    }

    /** Fences stay, so that they go on rising. */
    public void endAll() {
        database.write(session -> session.query("update lease set node = ?, expires_at = 0 where expires_at > 0")
                        .set(NOBODY)
                        .run()
                + session.query("update node set expires_at = 0 where expires_at > 0")
                        .run());
    }

    @Override
    public int joinAsNode(String name, Duration term) {
        String token = UUID.randomUUID().toString();
        int node = database.write(session -> {
            var living = session.query("select id from node where expires_at > $now").list(row -> row.number()).stream()
                    .collect(Collectors.toSet());
            return IntStream.range(0, NODES)
                    .filter(number -> !living.contains(number))
                    .filter(number -> take(session, number, name, token, term))
                    .findFirst()
                    .orElseThrow(() -> new StoreException(
                            StoreException.Kind.REFUSED,
                            "all " + NODES + " node numbers are in use; living: "
                                    + Set.copyOf(living).size(),
                            new IllegalStateException("no free node number")));
        });
        tokens.put(node, token);
        return node;
    }

    private static boolean take(Session session, int node, String name, String token, Duration term) {
        return !session.query("insert into node (id, name, token, expires_at) values (?, ?, ?, $now + ?) "
                        + "on conflict (id) do update set name = excluded.name, token = excluded.token, "
                        + "expires_at = excluded.expires_at where node.expires_at <= $now returning id")
                .set(node)
                .set(name)
                .set(token)
                .set(term.toMillis())
                .list(row -> row.number())
                .isEmpty();
    }

    @Override
    public String token(int node) {
        return tokens.getOrDefault(node, "");
    }

    /** Leases first, while the number still tells whose they are. */
    @Override
    public void bury(String token) {
        database.write(session -> session.query("update lease set node = ?, expires_at = 0 "
                                + "where node in (select id from node where token = ?) and expires_at > 0")
                        .set(NOBODY)
                        .set(token)
                        .run()
                + session.query("update node set expires_at = 0 where token = ?")
                        .set(token)
                        .run());
    }

    @Override
    public boolean beat(int node, Duration term) {
        String token = tokens.getOrDefault(node, "");
        return database.write(
                session -> session.query("update node set expires_at = $now + ? where id = ? and token = ?")
                                .set(term.toMillis())
                                .set(node)
                                .set(token)
                                .run()
                        == 1);
    }

    @Override
    public void leave(int node) {
        String token = tokens.getOrDefault(node, "");
        tokens.remove(node);
        database.write(session -> session.query("update node set expires_at = 0 where id = ? and token = ?")
                .set(node)
                .set(token)
                .run());
    }
}
