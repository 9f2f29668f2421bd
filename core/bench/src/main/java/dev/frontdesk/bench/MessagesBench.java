package dev.frontdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Real first messages, routed by rules over their text, answered and closed by scripted agents. */
@Command(
        name = "messages",
        description =
                "real first messages → routed by their words → assigned → answered by scripted agents → closed, over real HTTP")
final class MessagesBench implements Callable<Integer> {
    private static final String FILE = "sgd/dev-first-messages.jsonl";

    @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private StoreKind store;

    @Option(
            names = "--file",
            description = "JSON lines with id, text and domain; " + FILE
                    + " in $FRONTDESK_MATERIAL or ../shared/material without it")
    private @Nullable Path file;

    /** The real messages, where this machine has them. */
    static Optional<Path> material() {
        String folder = System.getenv("FRONTDESK_MATERIAL");
        var found = folder == null ? Product.home().resolve("../shared/material") : Path.of(folder);
        return Optional.of(found.resolve(FILE)).filter(Files::exists);
    }

    @Override
    public Integer call() throws Exception {
        var from = Optional.ofNullable(file).or(MessagesBench::material);
        if (from.isEmpty()) {
            System.err.println(
                    "There is no " + FILE + "; name a file with --file, or its folder in FRONTDESK_MATERIAL.");
            return 2;
        }
        long begin = System.nanoTime();
        var tally = run(store, Inquiry.read(from.get()), Product::launched);
        tally.byTeam().forEach((team, count) -> System.out.printf(Locale.ROOT, "team_%s=%d%n", team, count));
        System.out.printf(
                Locale.ROOT,
                "messages=%d%nrouted=%d%nassigned=%d%nanswered=%d%nclosed=%d%nleft_over=%d%nagreement=%.3f%nseconds=%.1f%n",
                tally.messages(),
                tally.routed(),
                tally.assigned(),
                tally.answered(),
                tally.closed(),
                tally.leftOver(),
                (double) tally.agreed() / Math.max(1, tally.messages()),
                (System.nanoTime() - begin) / 1e9);
        return tally.leftOver() == 0 ? 0 : 1;
    }

    static Messages.Tally run(StoreKind kind, List<Inquiry> inquiries, Product.Command command) throws Exception {
        try (var site = Site.make(kind);
                var database = Database.of(kind, site.folder(), false)) {
            int port = Product.freePort();
            var values = Map.of("port", Integer.toString(port), "url", database.url(), "user", database.user());
            site.write("messages.conf", "frontdesk.conf", values);
            site.write("by-words.conf", "workflows/by-words.conf", values);
            try (var product = Product.start(command, site.config(), site.data(), port)) {
                return new Messages(product, site, inquiries).run();
            }
        }
    }
}
