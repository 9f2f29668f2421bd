package dev.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Each hostile input is sent to a real process while somebody else writes; it must be accounted for, and they be answered within a second. */
@Command(name = "hostile", description = "malformed and hostile input; how long does the next contact wait?")
final class HostileBench implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 30;
    private static final long MOST_MILLIS = 1000;

    @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private StoreKind store;

    private final AtomicInteger neighbours = new AtomicInteger();
    private int refused;
    private int exceptions;
    private long slowest;

    @Override
    public Integer call() throws Exception {
        try (var site = Site.make(store);
                var database = Database.of(store, site.folder(), false);
                var provider = new Provider()) {
            int port = Product.freePort();
            configure(site, database, provider, port);
            try (var product = Product.start(site.config(), site.data(), port)) {
                return run(product, provider);
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
        site.write("hostile.conf", "frontdesk.conf", values);
        site.write("people.conf", "people.conf", values);
        site.write("hostile-workflow.conf", "workflows/inbound.conf", values);
        Hook.install(site.data());
        Misbehaving.install(site.data());
    }

    private int run(Product product, Provider provider) throws Exception {
        neighbour(product, provider);
        var inputs = HostileInput.all();
        for (var input : inputs) {
            one(input, product, provider);
        }
        long stored = (long) product.metric("frontdesk_messages_stored_total") - neighbours.get();
        long letters = (long) product.metric("frontdesk_dead_letters");
        exceptions += (int) product.log()
                .lines()
                .filter(line -> line.contains(" ERROR ") && !line.contains("did not return within"))
                .count();
        System.out.printf(
                Locale.ROOT,
                "inputs=%d%nstored=%d%ndead_letters=%d%nrefused=%d%nexceptions=%d%nslowest_next_answer_ms=%d%n",
                inputs.size(),
                stored,
                letters,
                refused,
                exceptions,
                slowest);
        return stored + letters + refused == inputs.size() && exceptions == 0 && slowest <= MOST_MILLIS ? 0 : 1;
    }

    /** The neighbour writes while the input is under way, and again when it was answered. */
    private void one(HostileInput input, Product product, Provider provider) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = threads.submit(() -> {
                try (var http = new Http(product.port())) {
                    return input.sending().send(http);
                } catch (IOException noAnswer) {
                    System.err.println(input.name() + ": no answer: " + noAnswer.getMessage());
                    return 0;
                }
            });
            long meanwhile = neighbour(product, provider);
            int status = sending.get();
            long afterwards = neighbour(product, provider);
            slowest = Math.max(slowest, Math.max(meanwhile, afterwards));
            refused += status / 100 == 4 ? 1 : 0;
            exceptions += status == 0 || status >= 500 ? 1 : 0;
            System.err.printf(
                    Locale.ROOT,
                    "%-32s answered with %d; the neighbours waited %d and %d ms%n",
                    input.name(),
                    status,
                    meanwhile,
                    afterwards);
        }
    }

    /** Milliseconds until somebody who has nothing to do with it is answered. */
    private long neighbour(Product product, Provider provider) throws IOException, InterruptedException {
        String name = "n" + neighbours.incrementAndGet();
        long begin = System.nanoTime();
        try (var http = new Http(product.port())) {
            int status = http.post(
                    "/channels/hook/in?id=" + name + "&from=" + name,
                    Map.of("X-Hook-Secret", Site.SECRET),
                    "hello".getBytes(UTF_8));
            var heard = status == 200 ? provider.inbox(name).poll(PATIENCE_SECONDS, TimeUnit.SECONDS) : null;
            if (heard == null) {
                exceptions++;
                System.err.println("a neighbour was answered with " + status + " and heard nothing");
                return TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
            }
            return TimeUnit.NANOSECONDS.toMillis(heard.at() - begin);
        }
    }
}
