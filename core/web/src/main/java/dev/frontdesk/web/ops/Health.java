package dev.frontdesk.web.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every part how it is; one that does not answer in time is not well. The answer is kept for a second, so that
 * asking often costs nothing. Safe for use by many threads.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final HealthPart store;
    private final List<HealthPart> parts;
    private List<State> last = List.of();
    private long askedAt;

    /** @param parts all others: their trouble restarts nothing */
    public Health(HealthPart store, List<HealthPart> parts) {
        this.store = store;
        this.parts = List.copyOf(parts);
    }

    /** @param message "" when it is well */
    record State(String name, boolean ok, String message) {}

    /** The store first, then the others. */
    synchronized List<State> states() {
        long now = System.nanoTime();
        if (last.isEmpty() || now - askedAt > FRESH) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private List<State> ask() {
        var all = new ArrayList<HealthPart>();
        all.add(store);
        all.addAll(parts);
        var tasks = new ArrayList<FutureTask<Optional<String>>>();
        for (var part : all) {
            var task = new FutureTask<>(() -> part.problem().get());
            Thread.ofVirtual().name("health-" + part.name()).start(task);
            tasks.add(task);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        var states = new ArrayList<State>();
        for (int i = 0; i < all.size(); i++) {
            states.add(state(all.get(i).name(), tasks.get(i), until - System.nanoTime()));
        }
        return List.copyOf(states);
    }

    /** What a part throws is logged and not shown: it may hold an address or a name. */
    private static State state(String name, FutureTask<Optional<String>> task, long nanos) {
        try {
            var problem = task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return new State(name, problem.isEmpty(), problem.orElse(""));
        } catch (TimeoutException e) {
            task.cancel(true);
            return new State(name, false, "did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            LOG.warn("health of {}: the check failed", name, e.getCause());
            return new State(name, false, "the check failed; see the log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(name, false, "the server stops");
        }
    }
}
