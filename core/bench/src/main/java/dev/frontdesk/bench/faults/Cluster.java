package dev.frontdesk.bench.faults;

import dev.frontdesk.bench.Product;
import dev.frontdesk.bench.Site;
import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The processes under test and their store. Belongs to one thread. */
final class Cluster implements AutoCloseable {
    private final List<Node> nodes;
    private final @Nullable Postgres postgres;
    private final Evidence evidence;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Set<Long> ambiguous = new HashSet<>();

    private Cluster(List<Node> nodes, @Nullable Postgres postgres, Evidence evidence) {
        this.nodes = nodes;
        this.postgres = postgres;
        this.evidence = evidence;
    }

    static Cluster of(StoreKind kind, int count, Site site, FakeTelegram telegram) throws IOException {
        Postgres postgres = kind == StoreKind.POSTGRES ? Postgres.start(site.folder()) : null;
        String url = postgres == null ? "jdbc:sqlite:" + site.data().resolve("frontdesk.db") : postgres.url();
        var nodes = new ArrayList<Node>();
        for (int i = 1; i <= count; i++) {
            int port = Product.freePort();
            var values = Map.of(
                    "port", Integer.toString(port),
                    "url", url,
                    "user", postgres == null ? "" : "postgres",
                    "telegram", telegram.url().toString(),
                    "token", telegram.token());
            String name = "node" + i;
            site.write("faults/frontdesk.conf", name + "/frontdesk.conf", values);
            site.write("faults/people.conf", name + "/people.conf", values);
            site.write("faults/inbound.conf", name + "/workflows/inbound.conf", values);
            Path data = Files.createDirectories(site.data().resolve(name));
            nodes.add(new Node(name, site.config().resolve(name), data, port));
        }
        return new Cluster(List.copyOf(nodes), postgres, new Evidence(url));
    }

    List<Node> nodes() {
        return nodes;
    }

    Optional<Postgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    Evidence evidence() {
        return evidence;
    }

    Doors doors() {
        return new Doors(nodes.stream().map(Node::port).toList());
    }

    void start(Node node) throws Exception {
        start(node, Optional.empty());
    }

    /** Starts it and learns which number it has; one that is armed may end before that. */
    void start(Node node, Optional<String> point) throws Exception {
        numbers.remove(node);
        Map<Integer, String> before = knownNodes();
        node.start(point);
        if (node.awaitHealthy() && postgres != null) {
            evidence.nodes().forEach((number, token) -> {
                if (!token.equals(before.get(number))) {
                    numbers.put(node, number);
                }
            });
        }
    }

    /** At the very first start there is no such table. */
    private Map<Integer, String> knownNodes() {
        try {
            return postgres == null ? Map.of() : evidence.nodes();
        } catch (SQLException nothingYet) {
            return Map.of();
        }
    }

    /** What a process that has died may have sent without having been able to say so. */
    void died(Node node) throws SQLException {
        ambiguous.addAll(
                evidence.sending(postgres == null ? Optional.empty() : Optional.ofNullable(numbers.get(node))));
    }

    /** The same for all of them. */
    void databaseDied() throws SQLException {
        ambiguous.addAll(evidence.sending(Optional.empty()));
    }

    Set<Long> ambiguous() {
        return ambiguous;
    }

    /** Asks all to stop, side by side. */
    void stop() throws Exception {
        for (Node node : nodes) {
            if (node.alive()) {
                node.terminate();
            }
        }
    }

    @Override
    public void close() {
        nodes.stream().filter(Node::alive).forEach(Node::kill);
        if (postgres != null) {
            postgres.close();
        }
    }
}
