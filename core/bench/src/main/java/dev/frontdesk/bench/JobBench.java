package dev.frontdesk.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job end to end: first message, question, answer, routed, assigned, confirmed. */
@Command(
        name = "job",
        description =
                "first message → question → answer → routed → assigned to the least busy → confirmation, over real HTTP")
final class JobBench implements Callable<Integer> {
    @Option(names = "--store", required = true, description = "sqlite or postgres")
    @SuppressWarnings("NullAway.Init")
    private StoreKind store;

    @Option(
            names = "--conversations",
            defaultValue = "10000",
            description = "measured conversations (${DEFAULT-VALUE})")
    private int conversations;

    @Option(names = "--warm-up", defaultValue = "2000", description = "conversations before that (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--connections",
            defaultValue = "256",
            description = "conversations under way at once (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds; the median is printed (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--statements", description = "also print the database's costliest statements (PostgreSQL)")
    private boolean statements;

    @Override
    public Integer call() throws Exception {
        var results = new ArrayList<Result>();
        for (int round = 1; round <= rounds; round++) {
            System.err.printf(Locale.ROOT, "round %d of %d on %s …%n", round, rounds, store);
            Result result = round();
            System.err.printf(
                    Locale.ROOT,
                    "  %.0f conversations/s, %.2f CPU-s per 1,000%n",
                    result.perSecond(),
                    result.appCpu() + result.databaseCpu());
            results.add(result);
        }
        results.sort(Comparator.comparingDouble(result -> result.appCpu() + result.databaseCpu()));
        results.get(results.size() / 2).print(results);
        return results.stream().allMatch(result -> result.lost() == 0) ? 0 : 1;
    }

    record Result(
            double perSecond,
            String p50,
            String p99,
            double appCpu,
            double databaseCpu,
            long peakMiB,
            long syncs,
            long startMillis,
            double rows,
            double statementsEach,
            double perCommit,
            int lost,
            long repeated) {

        void print(List<Result> all) {
            long start = all.stream().mapToLong(Result::startMillis).sorted().toArray()[all.size() / 2];
            System.out.printf(
                    Locale.ROOT,
                    "conversations_per_s=%.0f%np50_ms=%s%np99_ms=%s%ncpu_s_per_1000=%.3f%napp_cpu_s_per_1000=%.3f%n"
                            + "database_cpu_s_per_1000=%.3f%npeak_rss_mib=%d%ndisk_syncs_per_s=%d%nstart_ms=%d%n"
                            + "rows_per_conversation=%.1f%nstatements_per_conversation=%.2f%nmessages_per_commit=%.1f%nlost=%d%nrepeated_sends=%d%n",
                    perSecond,
                    p50,
                    p99,
                    appCpu + databaseCpu,
                    appCpu,
                    databaseCpu,
                    peakMiB,
                    syncs,
                    start,
                    rows,
                    statementsEach,
                    perCommit,
                    lost,
                    repeated);
        }
    }

    private Result round() throws Exception {
        try (var site = Site.make(store);
                var database = Database.of(store, site.folder(), statements);
                var provider = new Provider()) {
            int port = Product.freePort();
            configure(site, database, provider, port);
            long syncs = Disk.syncsPerSecond(site.folder());
            try (var product = Product.start(site.config(), site.data(), port)) {
                new Load(product.port(), provider, connections, "w").run(warmUp);
                return measured(product, database, provider, syncs);
            }
        }
    }

    private static void configure(Site site, Database database, Provider provider, int port) throws IOException {
        var values = Map.of(
                "port", Integer.toString(port),
                "url", database.url(),
                "user", database.user(),
                "secret", Site.SECRET,
                "provider", Integer.toString(provider.port()));
        site.write("job.conf", "frontdesk.conf", values);
        site.write("people.conf", "people.conf", values);
        site.write("inbound.conf", "workflows/inbound.conf", values);
        Hook.install(site.data());
    }

    private Result measured(Product product, Database database, Provider provider, long syncs) throws Exception {
        if (statements) {
            database.costliest();
        }
        double app = product.cpuSeconds();
        double db = database.cpuSeconds();
        double rows = product.metric("frontdesk_store_rows_total");
        double statementsBefore = product.metric("frontdesk_store_statements_total");
        double commits = product.metric("frontdesk_store_commits_total");
        double messages = product.metric("frontdesk_messages_stored_total");
        var load = new Load(product.port(), provider, connections, "c");
        long begin = System.nanoTime();
        int lost = load.run(conversations);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double thousands = conversations / 1000.0;
        double appUsed = product.cpuSeconds() - app;
        double databaseUsed = database.cpuSeconds() - db;
        if (statements) {
            database.costliest().forEach(System.err::println);
        }
        return new Result(
                conversations / seconds,
                load.latencies().percentile(0.5),
                load.latencies().percentile(0.99),
                appUsed / thousands,
                databaseUsed / thousands,
                product.peakMiB(),
                syncs,
                product.startMillis(),
                (product.metric("frontdesk_store_rows_total") - rows) / conversations,
                (product.metric("frontdesk_store_statements_total") - statementsBefore) / conversations,
                (product.metric("frontdesk_messages_stored_total") - messages)
                        / Math.max(1, product.metric("frontdesk_store_commits_total") - commits),
                lost,
                provider.repeated());
    }
}
