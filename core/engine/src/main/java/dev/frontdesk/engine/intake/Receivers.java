package dev.frontdesk.engine.intake;

import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.engine.port.Leases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Keeps one receiver of each channel running on one node of all: takes the lease, starts the receiver, and starts it again when it
 * ends, throws or stays silent. Safe for use by many threads.
 */
public final class Receivers {
    private static final Logger log = LoggerFactory.getLogger(Receivers.class);
    /** A node that dies keeps the lease for so long, and the others ask for it every {@link #PAUSE}: half a minute together. */
    static final Duration TERM = Duration.ofSeconds(25);

    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final Duration RENEW = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofSeconds(4);

    private final Leases leases;
    private final int node;
    private final List<Thread> keepers = new ArrayList<>();
    private volatile boolean closing;

    public Receivers(Leases leases, int node) {
        this.leases = leases;
        this.node = node;
    }

    public synchronized void keep(String channel, Receiver receiver) {
        keepers.add(Thread.ofVirtual()
                .name("receiver-" + channel)
                .start(() -> keep(channel, Leases.receiver(channel), receiver)));
    }

    private void keep(String channel, String name, Receiver receiver) {
        MDC.put("channel", channel);
        boolean down = false;
        while (!closing) {
            long since = System.nanoTime();
            try {
                OptionalLong fence = leases.acquire(name, node, TERM);
                if (fence.isPresent()) {
                    run(channel, name, receiver, fence.getAsLong());
                    down = false;
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                break;
            } catch (Exception e) {
                if (!down || System.nanoTime() - since > SILENCE.toNanos()) {
                    log.warn(
                            "channel '{}': the receiver failed and is started again every {} s",
                            channel,
                            PAUSE.toSeconds(),
                            e);
                }
                down = true;
                pause();
            }
        }
        try {
            leases.release(name, node);
        } catch (RuntimeException e) {
            log.debug("channel '{}': the lease could not be given up; it runs out by itself", channel, e);
        }
    }

    private void run(String channel, String name, Receiver receiver, long fence) throws Exception {
        var held = new Held(leases, name, node, fence);
        var failed = new Exception[1];
        Thread worker = Thread.ofVirtual().name("receive-" + channel).start(() -> {
            MDC.put("channel", channel);
            try {
                receiver.run(held);
            } catch (InterruptedException e) {
                // Asked to end.
            } catch (Exception e) {
                failed[0] = e;
            }
        });
        try {
            while (worker.isAlive() && !closing) {
                worker.join(Duration.ofSeconds(1));
                if (held.silentFor(SILENCE)) {
                    log.warn(
                            "channel '{}': the receiver was silent for {} s and is started again",
                            channel,
                            SILENCE.toSeconds());
                    break;
                }
            }
        } finally {
            // Whoever does not listen to the interrupt learns at the next beat that another one receives now.
            held.over.set(true);
            worker.interrupt();
            worker.join(Duration.ofSeconds(5));
        }
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    public synchronized void stop() throws InterruptedException {
        closing = true;
        keepers.forEach(Thread::interrupt);
        long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        for (Thread keeper : keepers) {
            keeper.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private record Held(
            Leases leases,
            String name,
            int node,
            long fence,
            AtomicLong lastBeat,
            AtomicLong renewed,
            AtomicBoolean over)
            implements Lease {
        Held(Leases leases, String name, int node, long fence) {
            this(
                    leases,
                    name,
                    node,
                    fence,
                    new AtomicLong(System.nanoTime()),
                    new AtomicLong(System.nanoTime()),
                    new AtomicBoolean());
        }

        @Override
        public boolean beat() {
            long now = System.nanoTime();
            lastBeat.set(now);
            if (over.get()) {
                return false;
            }
            if (now - renewed.get() < RENEW.toNanos()) {
                return true; // the lease is good for longer than that
            }
            renewed.set(now);
            OptionalLong still = leases.acquire(name, node, TERM);
            return still.isPresent() && still.getAsLong() == fence;
        }

        boolean silentFor(Duration most) {
            return System.nanoTime() - lastBeat.get() > most.toNanos();
        }
    }
}
