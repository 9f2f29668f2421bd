package dev.frontdesk.bench.faults;

import dev.frontdesk.engine.watch.FaultPoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Kills processes at random moments and at each named point in turn, and where there is a database server, that every second time. */
final class Kills implements Havoc {
    private static final List<String> POINTS = List.of(
            FaultPoints.BEFORE_COMMIT,
            FaultPoints.AFTER_COMMIT,
            FaultPoints.ACKNOWLEDGED,
            FaultPoints.BEFORE_SEND,
            FaultPoints.AFTER_SEND,
            FaultPoints.BEFORE_MATCH,
            FaultPoints.AFTER_MATCH);

    /** How long an armed process may live before it is killed from outside. */
    private static final long FUSE_MILLIS = 6000;

    private final int kills;
    private final Random random;
    private final Map<String, Integer> manners = new TreeMap<>();
    private int starts;

    Kills(int kills, long seed) {
        this.kills = kills;
        this.random = new Random(seed);
    }

    @Override
    public Map<String, Object> on(Cluster cluster) throws Exception {
        for (int done = 0; done < kills; ) {
            int before = done;
            done += revive(cluster);
            if (done < kills && cluster.postgres().isPresent() && done % 2 == 1) {
                killDatabase(cluster, cluster.postgres().get());
                done++;
            } else if (done < kills) {
                killNode(cluster.nodes().get(random.nextInt(cluster.nodes().size())));
            }
            if (done / 10 > before / 10) {
                System.err.printf(Locale.ROOT, "%d of %d kills: %s%n", done, kills, manners);
            }
        }
        defuse(cluster);
        revive(cluster, false);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("kills", kills);
        manners.forEach((manner, times) -> figures.put("kills_" + manner.replace('.', '_'), times));
        return figures;
    }

    /** One that is armed and lives would end once nobody looks after it any more. */
    private static void defuse(Cluster cluster) {
        for (Node node : cluster.nodes()) {
            if (node.alive() && node.armed().isPresent()) {
                node.disarm();
                node.kill();
            }
        }
    }

    /** Starts again whatever has died; answers how many. */
    private int revive(Cluster cluster) throws Exception {
        return revive(cluster, true);
    }

    private int revive(Cluster cluster, boolean arming) throws Exception {
        int dead = 0;
        for (Node node : cluster.nodes()) {
            while (!node.alive()) {
                dead++;
                manners.merge(
                        node.armed().map(point -> point.replaceAll("@.*", "")).orElse("random"), 1, Integer::sum);
                cluster.died(node);
                cluster.start(node, arming ? nextPoint() : Optional.empty());
            }
        }
        return dead;
    }

    /** Every second process is armed, with each point in turn. */
    private Optional<String> nextPoint() {
        int start = starts++;
        return start % 2 == 0
                ? Optional.of(POINTS.get(start / 2 % POINTS.size()) + "@" + (20 + random.nextInt(150)))
                : Optional.empty();
    }

    private void killNode(Node victim) throws InterruptedException {
        long end =
                System.nanoTime() + (victim.armed().isPresent() ? FUSE_MILLIS : 300 + random.nextInt(2200)) * 1_000_000;
        while (victim.alive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        if (victim.alive()) {
            victim.disarm();
            victim.kill();
        }
    }

    private void killDatabase(Cluster cluster, Postgres postgres) throws Exception {
        Thread.sleep(300 + random.nextInt(2200));
        if (random.nextInt(3) == 0) {
            manners.merge("backend", 1, Integer::sum);
            postgres.killBackend(random.nextInt(100));
            Thread.sleep(300);
            postgres.awaitAnswer();
        } else {
            manners.merge("postgres", 1, Integer::sum);
            postgres.kill();
            Thread.sleep(random.nextInt(1500));
            postgres.startAgain();
        }
        cluster.databaseDied();
    }
}
