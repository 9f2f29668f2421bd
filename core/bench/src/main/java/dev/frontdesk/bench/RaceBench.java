package dev.frontdesk.bench;

import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.Stores;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many threads race to open conversations for the same contacts; each contact must end with exactly one. */
@Command(
        name = "race",
        description = "64 threads race the first messages of the same 100 contacts, all closed between rounds")
final class RaceBench implements Callable<Integer> {
    @Option(names = "--store", required = true, description = "sqlite or postgres")
    @SuppressWarnings("NullAway.Init")
    private StoreKind kind;

    @Option(names = "--rounds", defaultValue = "20", description = "rounds (${DEFAULT-VALUE})")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        long begin = System.nanoTime();
        try (var site = Site.make(kind);
                var database = Database.of(kind, site.folder(), false);
                Store store = Stores.open(Connections.to(database))) {
            var tally = Race.on(store, rounds);
            System.out.printf(
                    Locale.ROOT,
                    "rounds=%d%nmessages=%d%nwrong_open_conversations=%d%nwrong_opened_events=%d%nrefused=%d%nseconds=%.1f%n",
                    rounds,
                    tally.messages(),
                    tally.wrongConversations(),
                    tally.wrongEvents(),
                    tally.refused(),
                    (System.nanoTime() - begin) / 1e9);
            return tally.clean() ? 0 : 1;
        }
    }
}
