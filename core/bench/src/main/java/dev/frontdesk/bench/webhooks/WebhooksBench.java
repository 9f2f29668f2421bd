package dev.frontdesk.bench.webhooks;

import dev.frontdesk.bench.Product;
import dev.frontdesk.bench.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every webhook of a folder goes to a real process with a fresh store, signed as the provider signs it. */
@Command(
        name = "webhooks",
        description = "every JSON file of a folder, or each element of a list in it, goes through the signed webhook")
public final class WebhooksBench implements Callable<Integer> {
    @Option(names = "--channel", required = true, description = "telegram or whatsapp")
    @SuppressWarnings("NullAway.Init")
    private Provider.Name channel;

    @Option(names = "--corpus", required = true, description = "the folder")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private StoreKind store;

    @Option(names = "--cpu", description = "measures reading and answering only, without a store")
    private boolean cpu;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(corpus)) {
            System.err.println(corpus + " is no folder");
            return 2;
        }
        var provider = channel.provider();
        var webhooks = Corpus.read(corpus, provider);
        if (cpu) {
            if (webhooks.isEmpty()) {
                System.err.println("no JSON file in " + corpus);
                return 2;
            }
            var figures = new Cpu(provider).measure(webhooks);
            System.out.printf(
                    Locale.ROOT,
                    "webhooks=%d%ncpu_us_p50=%.1f%ncpu_us_p99=%.1f%n",
                    webhooks.size(),
                    figures.p50(),
                    figures.p99());
            return 0;
        }
        var tally = run(provider, webhooks, Product::launched, store);
        System.out.println(tally);
        return tally.clean() ? 0 : 1;
    }

    static Tally run(Provider provider, List<Corpus.Webhook> webhooks, Product.Command command, StoreKind store)
            throws Exception {
        var tally = new Tally();
        for (int at = 0; at < webhooks.size(); at += Group.MOST) {
            var some = webhooks.subList(at, Math.min(webhooks.size(), at + Group.MOST));
            new Group(provider, some, tally).run(command, store);
        }
        return tally;
    }
}
