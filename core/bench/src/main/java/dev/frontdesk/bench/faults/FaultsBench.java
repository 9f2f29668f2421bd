package dev.frontdesk.bench.faults;

import dev.frontdesk.bench.Site;
import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.telegram.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Customers write while things go wrong; in the end the ledgers are held against the database. */
@Command(
        name = "faults",
        description =
                "real processes are killed, held still and restarted while customers write over Telegram and web chat")
public final class FaultsBench implements Callable<Integer> {
    /** What goes wrong. */
    enum What {
        KILLS,
        PAUSES,
        OUTAGE,
        RESTARTS,
        PROVIDER
    }

    /** A lease, the wait for a report that never comes, one more send, and the pauses between them. */
    private static final Duration SETTLING = Duration.ofSeconds(240);

    @Option(names = "--store", required = true, description = "sqlite or postgres")
    @SuppressWarnings("NullAway.Init")
    private StoreKind store;

    @Option(
            names = "--what",
            defaultValue = "kills",
            description =
                    "kills, pauses (a process stands still past its lease), outage (PostgreSQL is gone for a minute), "
                            + "restarts (SIGTERM), provider (Telegram restarts) (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Option(
            names = {"--kills", "--times"},
            defaultValue = "10",
            description = "how often (${DEFAULT-VALUE})")
    private int times;

    @Option(names = "--nodes", defaultValue = "1", description = "processes on one PostgreSQL (${DEFAULT-VALUE})")
    private int nodes;

    @Option(names = "--rate", defaultValue = "50", description = "messages a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seed", defaultValue = "1", description = "of the moments and victims (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--keep", description = "leave the folder with logs and data")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        if (store == StoreKind.SQLITE && (nodes > 1 || what == What.OUTAGE)) {
            System.err.println("an embedded store has one process and no server: use --store postgres");
            return 2;
        }
        var site = Site.make(store);
        System.err.println("logs and data: " + site.folder());
        boolean clean = false;
        try (var telegram = new FakeTelegram().start(0);
                var cluster = Cluster.of(store, nodes, site, telegram)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            clean = run(cluster, telegram);
        } finally {
            if (clean && !keep) {
                site.close();
            }
        }
        return clean ? 0 : 1;
    }

    private boolean run(Cluster cluster, FakeTelegram telegram) throws Exception {
        for (Node node : cluster.nodes()) {
            cluster.start(node);
        }
        var acknowledged = new Acknowledged();
        var doors = cluster.doors();
        var traffic = new Traffic(telegram, doors, acknowledged, rate);
        long begin = System.nanoTime();
        traffic.start();
        Map<String, Object> figures = havoc(telegram, acknowledged, traffic).on(cluster);
        System.err.println("no more faults; " + traffic.open() + " customers are under way");
        traffic.finish();
        settle(cluster);
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean standing = cluster.nodes().stream().allMatch(Node::alive);
        if (!standing) {
            System.err.println("a process has ended by itself; its log is the last that it said");
        }
        cluster.stop();
        acknowledged.addAll(taken(telegram, traffic));
        var verdict = Verdict.of(
                cluster.evidence(),
                acknowledged.all(),
                traffic.stories(),
                telegram.ledger().sent(),
                cluster.ambiguous());
        figures.forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.printf(
                Locale.ROOT, "customers=%d%nseconds=%.0f%n", traffic.stories().size(), seconds);
        System.out.println("web_chat_answers=" + doors.answers());
        verdict.print();
        return standing && verdict.clean();
    }

    /** Everybody is served; what they did not wait for is still under way, some of it for a lease and then for a report. */
    private static void settle(Cluster cluster) throws Exception {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < end && !cluster.evidence().leftOver().isEmpty()) {
            Thread.sleep(500);
        }
    }

    private Havoc havoc(FakeTelegram telegram, Acknowledged acknowledged, Traffic traffic) {
        return switch (what) {
            case KILLS -> new Kills(times, seed);
            case PAUSES -> new Pauses(times, seed);
            case OUTAGE -> new Outage(telegram, acknowledged);
            case RESTARTS -> new Restarts(times, seed);
            case PROVIDER -> new ProviderRestarts(telegram, times, seed);
        };
    }

    /** The texts of the updates that Telegram was told are stored. */
    private static java.util.List<String> taken(FakeTelegram telegram, Traffic traffic) {
        Ledger ledger = telegram.ledger();
        var texts = new HashMap<Long, String>();
        ledger.enqueued().forEach(update -> texts.put(update.updateId(), Texts.of(update.raw())));
        return ledger.acknowledged().stream()
                .map(update -> texts.getOrDefault(update.updateId(), ""))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
