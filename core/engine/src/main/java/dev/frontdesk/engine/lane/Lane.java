package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.job.Job;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.channel.Intake.StaleLease;
import dev.frontdesk.engine.assignment.Matcher;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.watch.FaultPoints;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes all work waiting for it and does it in one transaction after the other. What came in is acknowledged only
 * after the commit; what could not be committed is tried again, in smaller pieces if need be, until only the piece at fault is left.
 */
public final class Lane implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_JOBS = 512;
    private static final int MOST_WAITING = 20_000;
    private static final int CONFLICTS = 10;
    private static final long LOOK_NANOS = 500_000_000;
    private static final long MATCH_NANOS = 20_000_000;

    private final LinkedBlockingDeque<Job> jobs = new LinkedBlockingDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Store.Writer writer;
    private final Turn.Tools tools;
    private final Matcher matcher;
    private final AfterCommit after;
    private final Thread thread;
    private final Set<String> teams = new LinkedHashSet<>();
    private long lastMatch;
    private volatile boolean stopping;
    private volatile boolean busy;
    private volatile boolean away;
    private volatile boolean ended;
    private long lookedForStore;

    /** Told after each commit. */
    interface AfterCommit {
        Turn.Room room();

        void committed(Outcome outcome);

        /** The job is to come again after a while. */
        void later(Job job, long millis);
    }

    Lane(int number, Store.Writer writer, Turn.Tools tools, Matcher matcher, AfterCommit after) {
        this.writer = new Contained(writer);
        this.tools = tools;
        this.matcher = matcher;
        this.after = after;
        this.thread = Thread.ofPlatform().name("lane-" + number).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** For work from outside, which is refused when too much of it waits. */
    void offer(Job job) throws Overloaded {
        if (stopping) {
            throw new Overloaded("Frontdesk is stopping");
        }
        if (away) {
            throw new Overloaded("the store does not answer");
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new Overloaded(MOST_WAITING + " items wait already");
        }
        jobs.add(job);
        if (ended) {
            refuseRest();
        }
    }

    /** For the engine's own work, which is never refused. */
    void add(Job job) {
        waiting.incrementAndGet();
        jobs.add(job);
    }

    boolean mine() {
        return Thread.currentThread() == thread;
    }

    boolean idle() {
        return jobs.isEmpty() && !busy;
    }

    int waiting() {
        return waiting.get();
    }

    @Override
    public void run() {
        var taken = new ArrayList<Job>();
        while (!stopping || !jobs.isEmpty()) {
            try {
                Job first = jobs.poll(teams.isEmpty() ? 200 : 0, TimeUnit.MILLISECONDS);
                if (first == null) {
                    lookForStore();
                    matchSoon();
                    busy = false;
                    continue;
                }
                busy = true;
                taken.add(first);
                jobs.drainTo(taken, MOST_JOBS - 1);
                waiting.addAndGet(-taken.size());
                turn(List.copyOf(taken));
            } catch (InterruptedException e) {
                stopping = true;
            } catch (Throwable e) {
                log.error(
                        "a lane could not do {} jobs; what came in was not acknowledged and comes again",
                        taken.size(),
                        e);
                taken.forEach(job -> fail(job, e));
            } finally {
                taken.clear();
                busy = !teams.isEmpty();
            }
        }
        ended = true;
        refuseRest();
        tools.computer().close();
        writer.close();
    }

    /** Nobody may wait for a commit that never comes. */
    private void refuseRest() {
        for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
            fail(job, new IllegalStateException("Frontdesk is stopping"));
        }
    }

    /** While the store is away nothing is let in that would find out that it is back. */
    private void lookForStore() {
        if (away && System.nanoTime() - lookedForStore > LOOK_NANOS) {
            lookedForStore = System.nanoTime();
            try {
                writer.transact(tx -> tx.known(Set.of("")));
                away = false;
                log.info("the store answers again");
            } catch (RuntimeException e) {
                log.debug("the store is still away", e);
            }
        }
    }

    private void turn(List<Job> work) {
        var others = new ArrayList<Job>();
        var merges = new ArrayList<MergeOrder>();
        for (Job job : work) {
            if (job instanceof Job.Match(var some)) {
                teams.addAll(some);
            } else if (job instanceof Job.Merge(var order)) {
                merges.add(order);
            } else {
                others.add(job);
            }
        }
        if (!others.isEmpty()) {
            attempt(others, 0);
        }
        merges.forEach(order -> merge(order, 0));
        matchSoon();
    }

    private void merge(MergeOrder order, int conflicts) {
        try {
            var outcome = writer.transact(tx -> {
                var done = Turn.merge(tools, tx, order);
                FaultPoints.reached(FaultPoints.BEFORE_COMMIT);
                return done;
            });
            if (outcome.isPresent()) {
                FaultPoints.reached(FaultPoints.AFTER_COMMIT);
                acknowledge(outcome.get());
            } else {
                after.later(new Job.Merge(order), 20);
            }
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.CONFLICT && conflicts < CONFLICTS) {
                merge(order, conflicts + 1);
            } else {
                log.warn(
                        "contacts {} and {} could not be merged; it is tried again: {}",
                        order.one(),
                        order.other(),
                        e.getMessage());
                after.later(new Job.Merge(order), 1000);
            }
        } catch (RuntimeException e) {
            log.error("contacts {} and {} could not be merged; it is tried again", order.one(), order.other(), e);
            after.later(new Job.Merge(order), 60_000);
        }
    }

    /** At once when nothing else waits; under load only now and then, so that one match serves many conversations. */
    private void matchSoon() {
        if (!teams.isEmpty() && (jobs.isEmpty() || System.nanoTime() - lastMatch > MATCH_NANOS)) {
            var now = List.copyOf(teams);
            teams.clear();
            now.forEach(team -> match(team, 0));
            lastMatch = System.nanoTime();
        }
    }

    private void attempt(List<Job> work, int conflicts) {
        try {
            commit(work, true);
        } catch (StoreException e) {
            switch (e.kind()) {
                case AWAY -> storeAway(work, e);
                case CONFLICT -> {
                    if (conflicts < CONFLICTS) {
                        attempt(work, conflicts + 1);
                    } else {
                        inPieces(work, e);
                    }
                }
                case REFUSED -> inPieces(work, e);
            }
        } catch (RuntimeException e) {
            inPieces(work, e);
        }
    }

    private void commit(List<Job> work, boolean advancing) {
        Turn.Room room = after.room();
        Outcome outcome = writer.transact(tx -> {
            Outcome done = Turn.run(tools, tx, work, advancing, room);
            FaultPoints.reached(FaultPoints.BEFORE_COMMIT);
            return done;
        });
        FaultPoints.reached(FaultPoints.AFTER_COMMIT);
        away = false;
        acknowledge(outcome);
    }

    private void acknowledge(Outcome outcome) {
        tools.arrivals().remember(outcome.contacts);
        outcome.accepted.forEach((arrive, answers) -> arrive.done().complete(answers));
        outcome.commands.forEach((command, fresh) -> command.done().complete(fresh));
        FaultPoints.reached(FaultPoints.ACKNOWLEDGED);
        try {
            after.committed(outcome);
        } catch (RuntimeException e) {
            // What is committed must not be done again; what was not begun is found by the sweep.
            log.error("a commit could not be followed up", e);
        }
    }

    /** An error that a message provokes, be it a stack that is too deep, is that message's fault and not the lane's end. */
    private record Contained(Store.Writer writer) implements Store.Writer {
        @Override
        public <T> T transact(Function<Transaction, T> work) {
            try {
                return writer.transact(work);
            } catch (StackOverflowError | LinkageError e) {
                throw new IllegalStateException(e.toString(), e);
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private void storeAway(List<Job> work, StoreException e) {
        if (!away) {
            log.error("the store does not answer: {}. Nothing is acknowledged until it does.", e.getMessage());
        }
        away = true;
        work.forEach(job -> fail(job, e));
    }

    /** Somebody who waits is told; the engine's own work comes again. */
    private void fail(Job job, Throwable e) {
        switch (job) {
            case Job.Arrive arrive ->
                arrive.done().completeExceptionally(new Overloaded(String.valueOf(e.getMessage())));
            case Job.Command command ->
                command.done().completeExceptionally(new Overloaded(String.valueOf(e.getMessage())));
            case Job other -> after.later(other, 500);
        }
    }

    /** One piece of a batch is at fault: the others must not suffer. */
    private void inPieces(List<Job> work, RuntimeException e) {
        if (work.size() > 1) {
            attempt(work.subList(0, work.size() / 2), 0);
            attempt(work.subList(work.size() / 2, work.size()), 0);
            return;
        }
        Job job = work.getFirst();
        if (e instanceof Transaction.StaleFence && job instanceof Job.Arrive arrive) {
            arrive.done().completeExceptionally(new StaleLease(String.valueOf(e.getMessage())));
            return;
        }
        log.warn("one job could not be done as a whole and is taken apart: {}", String.valueOf(e));
        if (job instanceof Job.Catchup(var parts)) {
            try {
                Rescue.catchup(writer, tools, parts);
            } catch (RuntimeException still) {
                log.warn("what waits in partitions {} is tried again", parts, still);
                fail(job, still);
            }
            return;
        }
        try {
            commit(work, false);
        } catch (RuntimeException still) {
            if (job instanceof Job.Arrive arrive) {
                storeOneByOne(arrive);
            } else {
                log.error("a job of the engine failed and is tried again: {}", job, still);
                fail(job, still);
            }
        }
    }

    private void storeOneByOne(Job.Arrive arrive) {
        try {
            List<Accepted> answers = Rescue.arrival(writer, tools, arrive);
            arrive.done().complete(answers);
        } catch (Transaction.StaleFence e) {
            arrive.done().completeExceptionally(new StaleLease(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            fail(arrive, e);
        }
    }

    private void match(String team, int conflicts) {
        try {
            var outcome = new Outcome[1];
            Matcher.Result result = writer.transact(tx -> {
                var matched = matcher.match(
                        tx, team, mail -> outcome[0] = Turn.advance(tools, tx, mail), tools.computer()::run);
                if (outcome[0] != null) {
                    FaultPoints.reached(FaultPoints.BEFORE_MATCH);
                }
                return matched;
            });
            if (result == Matcher.Result.TAKEN) {
                after.later(new Job.Match(Set.of(team)), 50);
            }
            if (result == Matcher.Result.MORE) {
                add(new Job.Match(Set.of(team)));
            }
            if (outcome[0] != null) {
                FaultPoints.reached(FaultPoints.AFTER_MATCH);
                acknowledge(outcome[0]);
            }
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.CONFLICT && conflicts < CONFLICTS) {
                match(team, conflicts + 1);
            } else {
                log.warn("team '{}' could not be matched; it is tried again: {}", team, e.getMessage());
                after.later(new Job.Match(Set.of(team)), 1000);
            }
        } catch (RuntimeException e) {
            log.error("team '{}' could not be matched; it is tried again", team, e);
            after.later(new Job.Match(Set.of(team)), 5000);
        }
    }

    /** Finishes what waits, then ends. */
    void stop() {
        stopping = true;
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
