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
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.file.FolderStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Many threads race the first messages of the same contacts, all closed between rounds: each contact must have exactly one conversation. */
final class Race {
    private static final int THREADS = 64;
    private static final int CONTACTS = 100;

    private final Store store;
    private final Engine engine;
    private final ChannelContext context;
    private final AtomicInteger refused = new AtomicInteger();

    /** What went wrong: all zero but the first when nothing did. */
    record Tally(long messages, int wrongConversations, int wrongEvents, int refused) {
        boolean clean() {
            return wrongConversations == 0 && wrongEvents == 0 && refused == 0;
        }
    }

    private Race(Store store) {
        this.store = store;
        var clock = InstantSource.system();
        var parts = new Engine.Parts(Map.of(), Map.of(), Map.of());
        engine = new Engine(
                Bare.settings("Race"),
                store,
                new FolderStore(Path.of("never-made"), 1),
                Engine.join(store, clock, "race"),
                Bare.workflows(),
                parts,
                clock,
                () -> {});
        context = engine.context(new ChannelId("race"), (_, _, _) -> {
            throw new IOException("nothing is called");
        });
    }

    static Tally on(Store store, int rounds) throws Exception {
        return new Race(store).run(rounds);
    }

    private Tally run(int rounds) throws Exception {
        engine.start(Map.of("race", new Mute()));
        int doubles = 0;
        int events = 0;
        for (int round = 0; round < rounds; round++) {
            String position = store.events().end();
            race(round);
            settle();
            doubles += wrong();
            events += wrongEvents(position);
            close();
            settle();
            if ((round + 1) % 20 == 0) {
                System.err.printf(
                        Locale.ROOT,
                        "round %d of %d: %d doubles, %d wrong events%n",
                        round + 1,
                        rounds,
                        doubles,
                        events);
            }
        }
        engine.stop(Duration.ofSeconds(10));
        return new Tally((long) rounds * THREADS * CONTACTS, doubles, events, refused.get());
    }

    private void race(int round) throws InterruptedException {
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads.add(Thread.ofVirtual().start(() -> messages(round, thread, go)));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void messages(int round, int thread, CountDownLatch go) {
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
    private int wrong() {
        var open = store.inbox().list(InboxReads.View.ALL, "", "", "", 2 * CONTACTS);
        var contacts = new HashSet<Long>();
        open.forEach(row -> contacts.add(row.conversation().contact()));
        return Math.abs(open.size() - CONTACTS) + (open.size() - contacts.size());
    }

    /** Contacts whose conversation was not opened exactly once in this round. */
    private int wrongEvents(String from) {
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

    private void close() throws Exception {
        var threads = new ArrayList<Thread>();
        for (InboxReads.Row row : store.inbox().list(InboxReads.View.ALL, "", "", "", 2 * CONTACTS)) {
            var order = new Order(
                    UUID.randomUUID().toString(),
                    "bench",
                    row.conversation().contact(),
                    row.conversation().id(),
                    new Order.What.Close("", ""));
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

    private void settle() throws InterruptedException {
        for (int calm = 0; calm < 5; ) {
            calm = engine.idle() && engine.waiting() == 0 ? calm + 1 : 0;
            Thread.sleep(2);
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
