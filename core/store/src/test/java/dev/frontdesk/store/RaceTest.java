package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction.Identity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many connections after the same contacts: what the constraints promise, under load. */
final class RaceTest {
    private static final int RIVALS = 8;
    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void on_postgres_the_same_newcomers_are_made_once_and_open_once() throws Exception {
        race(new StoreSettings(Server.fresh().url(), Optional.empty(), Optional.empty(), RIVALS, 2));
    }

    @Test
    void on_sqlite_the_same_newcomers_are_made_once_and_open_once() throws Exception {
        race(StoreSettings.of("jdbc:sqlite:" + folder.resolve("race.db")));
    }

    private static void race(StoreSettings settings) throws Exception {
        try (var store = Stores.open(settings);
                var threads = Executors.newFixedThreadPool(RIVALS)) {
            var barrier = new CyclicBarrier(RIVALS);
            var opened = new AtomicInteger();
            List<List<Identity>> people = IntStream.range(0, ROUNDS)
                    .mapToObj(_ -> IntStream.range(0, 10)
                            .mapToObj(_ -> Desk.somebody())
                            .toList())
                    .toList();
            List<Callable<Boolean>> rivals = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                boolean backwards = i % 2 == 1;
                rivals.add(() -> {
                    try (var lane = store.writer(0)) {
                        for (var round : people) {
                            barrier.await(30, TimeUnit.SECONDS);
                            opened.addAndGet(open(lane, backwards ? round.reversed() : round));
                        }
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(rivals)) {
                done.get();
            }
            assertThat(opened).hasValue(ROUNDS * 10);
            assertThat(store.inbox().counts("").all()).isEqualTo(ROUNDS * 10);
        }
    }

    /** Without any lock on the contact or its partition: the index alone must hold. */
    private static int open(Store.Writer lane, List<Identity> round) {
        var newcomers = round.stream().map(Desk::newcomer).toList();
        while (true) {
            try {
                return lane.transact(tx -> {
                    Map<Identity, Long> contacts = tx.create(newcomers);
                    Map<Long, ContactState> states = tx.load(contacts.values());
                    assertThat(states).hasSameSizeAs(round);
                    var changes = new Changes();
                    for (var state : states.values()) {
                        if (state.latest() == null) {
                            var conversation = Desk.conversation(state.contact(), 1);
                            changes.newConversations.put(conversation.id(), conversation);
                        }
                    }
                    tx.apply(changes);
                    return changes.newConversations.size();
                });
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT);
            }
        }
    }

    @Test
    void locks_taken_by_many_in_any_order_of_asking_never_end_in_a_deadlock() throws Exception {
        try (var store = Stores.open(
                        new StoreSettings(Server.fresh().url(), Optional.empty(), Optional.empty(), RIVALS, 2));
                var threads = Executors.newFixedThreadPool(RIVALS)) {
            var people = IntStream.range(0, 40).mapToObj(_ -> Desk.somebody()).toList();
            List<Callable<Boolean>> rivals = IntStream.range(0, RIVALS)
                    .<Callable<Boolean>>mapToObj(rival -> () -> {
                        var order = new ArrayList<>(people);
                        try (var lane = store.writer(rival)) {
                            for (int i = 0; i < 50; i++) {
                                Collections.shuffle(order, new Random(rival * 1000 + i));
                                bump(lane, order.subList(0, 20));
                            }
                        }
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(rivals)) {
                done.get();
            }
            try (var lane = store.writer(0)) {
                var contacts = Desk.map(lane, tx -> tx.find(people)).values();
                long taken = Desk.map(lane, tx -> tx.lock(contacts)).values().stream()
                        .mapToLong(head -> head.nextSeq() - 1)
                        .sum();
                assertThat(taken).isEqualTo(RIVALS * 50 * 20);
            }
        }
    }

    /** Any conflict ends the test: here every order is the store's own. */
    private static void bump(Store.Writer lane, List<Identity> people) {
        var newcomers = people.stream().map(Desk::newcomer).toList();
        lane.transact(tx -> {
            var next = new HashMap<Long, Long>();
            tx.lock(tx.create(newcomers).values())
                    .values()
                    .forEach(head -> next.put(head.contact(), head.nextSeq() + 1));
            tx.saveSequences(next);
            return true;
        });
    }

    @Test
    void of_many_that_claim_the_same_heads_each_head_goes_to_one() throws ExecutionException, InterruptedException {
        try (var store = Stores.open(
                        new StoreSettings(Server.fresh().url(), Optional.empty(), Optional.empty(), RIVALS, 2));
                var threads = Executors.newFixedThreadPool(RIVALS);
                var lane = store.writer(0)) {
            List<Long> contacts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                long contact = Desk.contact(lane);
                contacts.add(contact);
                Desk.toSend(lane, contact, 1, 1, 0);
                Desk.toSend(lane, contact, 1, 2, 0);
            }
            List<Callable<Integer>> rivals = IntStream.range(0, RIVALS)
                    .<Callable<Integer>>mapToObj(node -> () -> {
                        try (var own = store.writer(node)) {
                            return Desk.list(own, tx -> tx.claimSends(contacts, node, Desk.NOW, Long.MAX_VALUE))
                                    .size();
                        }
                    })
                    .toList();
            int claimed = 0;
            for (var one : threads.invokeAll(rivals)) {
                claimed += one.get();
            }
            assertThat(claimed).isEqualTo(50);
        }
    }
}
