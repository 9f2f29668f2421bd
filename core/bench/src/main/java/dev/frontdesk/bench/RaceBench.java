package dev.frontdesk.bench;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import dev.frontdesk.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many threads race to open conversations for the same contacts; each contact must end with exactly one. */
@Command(name = "race", description = "64 threads race the first messages of the same 100 contacts, all closed between rounds")
final class RaceBench implements Callable<Integer> {
    private static final int THREADS = 64;
    private static final int CONTACTS = 100;

    @Option(names = "--store", required = true, description = "sqlite or postgres")
    @SuppressWarnings("NullAway.Init")
    private StoreKind kind;

    @Option(names = "--rounds", defaultValue = "20", description = "rounds (${DEFAULT-VALUE})")
    private int rounds;

    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public Integer call() throws Exception {
        long begin = System.nanoTime();
        int doubles = 0;
        int events = 0;
        try (var site = Site.make(kind);
                var database = Database.of(kind, site.folder(), false);
                Store store = Stores.open(Connections.to(database))) {
            var clock = InstantSource.system();
            var engine = new Engine(
                    settings(), store, Engine.join(store, clock), new NoWorkflows(), new Engine.Parts(Map.of(), Map.of(), Map.of()), clock, () -> {});
            ChannelContext context = engine.context(new ChannelId("race"), (_, _, _) -> {
                throw new IOException("nothing is called");
            });
            engine.start(Map.of("race", new Mute()));
            for (int round = 0; round < rounds; round++) {
                String position = store.events().end();
                race(context, round);
                settle(engine);
                doubles += wrong(store);
                events += wrongEvents(store, position);
                close(engine, store);
                settle(engine);
                if ((round + 1) % 20 == 0) {
                    System.err.printf(Locale.ROOT, "round %d of %d: %d doubles, %d wrong events%n", round + 1, rounds, doubles, events);
                }
            }
            engine.stop(Duration.ofSeconds(10));
        }
        System.out.printf(
                Locale.ROOT,
                "rounds=%d%nmessages=%d%nwrong_open_conversations=%d%nwrong_opened_events=%d%nrefused=%d%nseconds=%.1f%n",
                rounds, (long) rounds * THREADS * CONTACTS, doubles, events, refused.get(), (System.nanoTime() - begin) / 1e9);
        return doubles == 0 && events == 0 && refused.get() == 0 ? 0 : 1;
    }

    private void race(ChannelContext context, int round) throws InterruptedException {
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads.add(Thread.ofVirtual().start(() -> messages(context, round, thread, go)));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void messages(ChannelContext context, int round, int thread, CountDownLatch go) {
        var contacts = new ArrayList<Integer>();
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(i);
        }
        Collections.shuffle(contacts, new Random(round * 1000L + thread));
        try {
            go.await();
            for (int contact : contacts) {
                var message = new Inbound.Message(
                        round + "-" + thread + "-" + contact,
                        Address.of("contact-" + contact),
                        Content.text("round " + round),
                        Details.none(),
                        Raw.of("{}"));
                context.intake().accept(Batch.of(message));
            }
        } catch (Exception e) {
            System.err.println("a message was refused: " + e);
            refused.incrementAndGet();
        }
    }

    /** Contacts with none or more than one open conversation. */
    private static int wrong(Store store) {
        var open = store.inbox().list(InboxReads.View.ALL, "", "", "", 2 * CONTACTS);
        var contacts = new HashSet<Long>();
        open.forEach(row -> contacts.add(row.conversation().contact()));
        return Math.abs(open.size() - CONTACTS) + (open.size() - contacts.size());
    }

    /** Contacts whose conversation was not opened exactly once in this round. */
    private static int wrongEvents(Store store, String from) {
        var opened = new HashMap<Long, Integer>();
        String position = from;
        while (true) {
            List<EventLog.Entry> entries = store.events().after(position, 1000);
            if (entries.isEmpty()) {
                break;
            }
            for (EventLog.Entry entry : entries) {
                for (Fact fact : entry.facts()) {
                    if (fact.type().equals("conversation.opened")) {
                        opened.merge(fact.contact(), 1, Integer::sum);
                    }
                }
            }
            position = entries.getLast().position();
        }
        return Math.abs(opened.size() - CONTACTS)
                + (int) opened.values().stream().filter(times -> times != 1).count();
    }

    private static void close(Engine engine, Store store) throws Exception {
        var threads = new ArrayList<Thread>();
        for (InboxReads.Row row : store.inbox().list(InboxReads.View.ALL, "", "", "", 2 * CONTACTS)) {
            var order = new Order(
                    UUID.randomUUID().toString(), "bench", row.conversation().contact(), row.conversation().id(), new Order.What.Close("", ""));
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    engine.submit(order);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void settle(Engine engine) throws InterruptedException {
        for (int calm = 0; calm < 5; ) {
            calm = engine.idle() && engine.waiting() == 0 ? calm + 1 : 0;
            Thread.sleep(2);
        }
    }

    private static Settings settings() {
        return new Settings(
                "Race", ZoneOffset.UTC, List.of(Locale.ENGLISH), "support", Map.of(), Map.of(), List.of(), Settings.ClosePolicy.OFF,
                Duration.ZERO, false, 5, Duration.ofSeconds(60), Duration.ofMillis(500));
    }

    private record NoWorkflows() implements Workflows {
        @Override
        public List<Workflow> current() {
            return List.of();
        }

        @Override
        public Optional<Workflow> version(long id) {
            return Optional.empty();
        }
    }

    private record Mute() implements Channel {
        @Override
        public Capabilities capabilities() {
            return Capabilities.builder().build();
        }

        @Override
        public Delivery deliver(Outbound message) {
            return new Delivery.Sent("");
        }
    }
}
