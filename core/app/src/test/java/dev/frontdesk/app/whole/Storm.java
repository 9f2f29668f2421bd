package dev.frontdesk.app.whole;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Webhooks as they come on a bad day: each one to five times, in any order, side by side. What is not taken is brought again, as every
 * provider does.
 *
 * @param seed the same seed is the same weather
 */
record Storm(long seed) {
    private static final int SIDE_BY_SIDE = 16;
    private static final int MOST_TRIES = 50;

    /** Brings one webhook and answers the status. */
    interface Bringing<T> {
        int bring(T webhook) throws Exception;
    }

    /** @return how many calls were made */
    <T> int blow(List<T> webhooks, Bringing<T> by) throws InterruptedException {
        var random = new Random(seed);
        var calls = new ArrayList<T>();
        for (var webhook : webhooks) {
            for (int times = random.nextInt(5); times >= 0; times--) {
                calls.add(webhook);
            }
        }
        Collections.shuffle(calls, random);
        return inParallel(calls, by);
    }

    /** Each once, one after the other. */
    static <T> void calm(List<T> webhooks, Bringing<T> by) throws Exception {
        for (var webhook : webhooks) {
            insist(webhook, by);
        }
    }

    private static <T> int inParallel(List<T> calls, Bringing<T> by) throws InterruptedException {
        var left = new ConcurrentLinkedQueue<>(calls);
        var made = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bringers = new ArrayList<Future<?>>();
            for (int thread = 0; thread < SIDE_BY_SIDE; thread++) {
                bringers.add(threads.submit(() -> {
                    for (var call = left.poll(); call != null; call = left.poll()) {
                        made.addAndGet(insist(call, by));
                    }
                    return made;
                }));
            }
            for (var bringer : bringers) {
                bringer.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
        return made.get();
    }

    private static <T> int insist(T webhook, Bringing<T> by) throws Exception {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            if (by.bring(webhook) / 100 == 2) {
                return tries;
            }
        }
        throw new AssertionError("not taken " + MOST_TRIES + " times: " + webhook);
    }
}
