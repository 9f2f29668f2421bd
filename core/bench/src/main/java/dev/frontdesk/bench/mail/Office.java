package dev.frontdesk.bench.mail;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.bench.Reader;
import dev.frontdesk.bench.Site;
import dev.frontdesk.channel.email.Email;
import dev.frontdesk.bench.Bare;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.file.FolderStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An e-mail channel before a store in this process; its mailboxes are never opened. */
final class Office implements AutoCloseable {
    private static final String CHANNEL = "mail";
    private static final long LARGEST_FILE = 50L << 20;

    private final Engine engine;
    private final ChannelContext context;
    private final Email channel;
    private long known;

    Office(Site site, Store store) throws IOException {
        var values = Map.of("url", "jdbc:sqlite:" + site.folder().resolve("none.db"));
        site.write("mail/frontdesk.conf", "frontdesk.conf", values);
        site.write("mail/inbound.conf", "workflows/inbound.conf", values);
        var clock = InstantSource.system();
        engine = new Engine(
                Bare.settings("Mail"),
                store,
                new FolderStore(site.data().resolve("files"), LARGEST_FILE),
                Engine.join(store, clock, CHANNEL),
                Bare.workflows(),
                new Engine.Parts(Map.of(), Map.of(), Map.of()),
                clock,
                () -> {});
        context = engine.context(new ChannelId(CHANNEL), (_, _, _) -> {
            throw new IOException("nothing is called");
        });
        channel = (Email) new Reader(site).channel(CHANNEL, _ -> context);
        engine.start(Map.of());
    }

    List<Inbound> read(byte[] mail) {
        return channel.read(mail);
    }

    List<Accepted> accept(List<Inbound> items) throws Exception {
        return context.intake().accept(new Batch(items, Map.of(), OptionalLong.empty()));
    }

    /** One of the items was there before. */
    void known() {
        known++;
    }

    /** How many messages came, by the count of the engine once it has come to rest. */
    long stored() throws InterruptedException {
        for (int calm = 0; calm < 5; ) {
            calm = engine.idle() && engine.waiting() == 0 ? calm + 1 : 0;
            Thread.sleep(2);
        }
        return engine.storedMessages() + known;
    }

    @Override
    public void close() {
        channel.close();
        try {
            engine.stop(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
