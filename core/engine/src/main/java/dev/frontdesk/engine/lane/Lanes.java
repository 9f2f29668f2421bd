package dev.frontdesk.engine.lane;

import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.channel.Intake.StaleLease;
import dev.frontdesk.engine.action.Performer;
import dev.frontdesk.engine.file.Fetcher;
import dev.frontdesk.engine.intake.ChannelIntake;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.intake.Partitions;
import dev.frontdesk.engine.intake.Signals;
import dev.frontdesk.engine.outbox.Dispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** All lanes of a node: who gets which work, and what follows a commit. Safe for use by many threads. */
final class Lanes implements Lane.AfterCommit, ChannelIntake.Gate {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final List<Lane> lanes = new ArrayList<>();
    private final ScheduledExecutorService timer;
    private final Signals signals;
    private final Runnable onCommit;
    private final LongAdder messages = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private @org.jspecify.annotations.Nullable Dispatcher dispatcher;
    private @org.jspecify.annotations.Nullable Performer performer;
    private @org.jspecify.annotations.Nullable Fetcher fetcher;

    Lanes(ScheduledExecutorService timer, Signals signals, Runnable onCommit) {
        this.timer = timer;
        this.signals = signals;
        this.onCommit = onCommit;
    }

    void start(List<Lane> all, Dispatcher sending, Performer performing, Fetcher fetching) {
        dispatcher = sending;
        performer = performing;
        fetcher = fetching;
        lanes.addAll(all);
        lanes.forEach(Lane::start);
    }

    @Override
    public List<Accepted> accept(String channel, Batch batch) throws InterruptedException, Overloaded, StaleLease {
        var job = new Job.Arrive(channel, batch, new CompletableFuture<>());
        lane(part(channel, batch)).offer(job);
        return await(job.done());
    }

    boolean command(Job.Command command) throws InterruptedException, Overloaded {
        lane((int) (command.order().contact() & 0xff)).offer(command);
        try {
            return await(command.done());
        } catch (StaleLease e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> done) throws InterruptedException, Overloaded, StaleLease {
        try {
            return done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Overloaded overloaded -> throw overloaded;
                case StaleLease stale -> throw stale;
                case null, default -> throw new Overloaded(String.valueOf(e.getCause()));
            }
        }
    }

    /** A contact's work goes to the lane of their partition, so that two lanes seldom want the same. */
    private static int part(String channel, Batch batch) {
        for (Inbound item : batch.items()) {
            if (item instanceof Inbound.Message message) {
                return Partitions.of(channel, message.from().identity());
            }
        }
        return 0;
    }

    private Lane lane(int part) {
        return lanes.get(Math.floorMod(part, lanes.size()));
    }

    void add(Job job) {
        if (job instanceof Job.Catchup(var parts)) {
            catchup(parts);
            return;
        }
        int part =
                switch (job) {
                    case Job.Note note -> (int) (note.contact() & 0xff);
                    case Job.Sent sent -> sent.part();
                    case Job.Merge merge -> (int) (merge.order().one() & 0xff);
                    case Job.Match match -> match.teams().hashCode();
                    case Job other -> other.getClass().hashCode();
                };
        lane(part).add(job);
    }

    void catchup(Set<Integer> parts) {
        for (int i = 0; i < lanes.size(); i++) {
            int number = i;
            var mine = parts.stream()
                    .filter(part -> part % lanes.size() == number)
                    .collect(java.util.stream.Collectors.toSet());
            if (!mine.isEmpty()) {
                lanes.get(i).add(new Job.Catchup(mine));
            }
        }
    }

    @Override
    public Turn.Room room() {
        return dispatcher == null || performer == null
                ? Turn.Room.NONE
                : new Turn.Room(dispatcher.free(), performer.free());
    }

    @Override
    public void committed(Outcome outcome) {
        commits.increment();
        messages.add(outcome.messages);
        if (dispatcher != null && !outcome.sends.isEmpty()) {
            dispatcher.send(outcome.sends);
        }
        if (performer != null && !outcome.actions.isEmpty()) {
            performer.perform(outcome.actions);
        }
        if (fetcher != null) {
            fetcher.claimed(outcome.asked, outcome.fetches);
            fetcher.look(outcome.filed);
        }
        if (!outcome.toSend.isEmpty()) {
            if (room().sends() == 0) {
                later(new Job.Send(outcome.toSend), 5);
            } else {
                here().add(new Job.Send(outcome.toSend));
            }
        }
        if (!outcome.toAct.isEmpty()) {
            here().add(new Job.Act(outcome.toAct));
        }
        if (!outcome.leftBehind.isEmpty()) {
            later(new Job.Catchup(outcome.leftBehind), 2);
        }
        outcome.later.forEach(this::add);
        outcome.merges.forEach(order -> add(new Job.Merge(order)));
        outcome.teams.forEach(team -> add(new Job.Match(Set.of(team))));
        signals.ring(outcome.threads);
        if (outcome.told) {
            onCommit.run();
        }
    }

    /** The lane whose thread this is. */
    private Lane here() {
        return lanes.stream().filter(Lane::mine).findFirst().orElse(lanes.getFirst());
    }

    @Override
    public void later(Job job, long millis) {
        try {
            timer.schedule(() -> add(job), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Frontdesk is stopping; whoever starts next finds {} in the store", job, e);
        }
    }

    boolean idle() {
        return lanes.stream().allMatch(Lane::idle);
    }

    int waiting() {
        return lanes.stream().mapToInt(Lane::waiting).sum();
    }

    long messages() {
        return messages.sum();
    }

    long commits() {
        return commits.sum();
    }

    void stop(long millis) throws InterruptedException {
        lanes.forEach(Lane::stop);
        for (Lane lane : lanes) {
            lane.join(millis);
        }
        MDC.clear();
    }
}
