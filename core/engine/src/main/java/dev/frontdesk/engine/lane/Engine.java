package dev.frontdesk.engine.lane;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.action.Performer;
import dev.frontdesk.engine.assignment.Matcher;
import dev.frontdesk.engine.conversation.Advance;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.desk.Roster;
import dev.frontdesk.engine.event.Listeners;
import dev.frontdesk.engine.file.Fetcher;
import dev.frontdesk.engine.file.Upload;
import dev.frontdesk.engine.intake.Arrivals;
import dev.frontdesk.engine.intake.ChannelHistory;
import dev.frontdesk.engine.intake.ChannelIntake;
import dev.frontdesk.engine.intake.Context;
import dev.frontdesk.engine.intake.Receivers;
import dev.frontdesk.engine.intake.Signals;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.outbox.Dispatcher;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import dev.frontdesk.engine.workflow.Workflows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine of one node, put together. Make it, ask it for the contexts of the channels, start it with them. Safe for use by many threads. */
public final class Engine implements Desk {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final Duration NODE_TERM = Duration.ofSeconds(30);
    private static final int MOST_SENDS = 256;
    private static final int MOST_PARKED = 10_000;

    /** What plugins have contributed, by name. */
    public record Parts(
            Map<String, AssignmentStrategy> strategies,
            Map<String, Action> actions,
            Map<String, EventListener> listeners) {}

    private final Settings settings;
    private final Store store;
    private final FileStore files;
    private final Workflows workflows;
    private final Parts parts;
    private final InstantSource clock;
    private final Ids ids;
    private final Roster roster;
    private final StepTypes types = new StepTypes();
    private final Signals signals = new Signals();
    private final LeaseClock leases = new LeaseClock();
    private final Lanes lanes;
    private final Map<String, Context> contexts = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweeper").factory());
    private @Nullable Dispatcher dispatcher;
    private @Nullable Performer performer;
    private @Nullable Fetcher fetcher;
    private @Nullable Receivers receivers;
    private @Nullable Sweeper sweeper;
    private volatile boolean stopping;

    /** @param onCommit told after each commit that wrote to the event log; must return at once */
    public Engine(
            Settings settings,
            Store store,
            FileStore files,
            Ids ids,
            Workflows workflows,
            Parts parts,
            InstantSource clock,
            Runnable onCommit) {
        this.settings = settings;
        this.store = store;
        this.files = files;
        this.workflows = workflows;
        this.parts = parts;
        this.clock = clock;
        this.ids = ids;
        this.roster = new Roster(store.directory());
        this.lanes = new Lanes(timer, signals, onCommit);
    }

    /**
     * Takes a node number that nobody else has. It must be given to the engine, which keeps it and gives it up.
     *
     * @param name what others are told who has it
     */
    public static Ids join(Store store, InstantSource clock, String name) {
        return new Ids(clock, store.leases().joinAsNode(name, NODE_TERM));
    }

    /** What a channel is built with that nobody calls from outside; ask once per channel, before {@link #start}. */
    public ChannelContext context(ChannelId id, HttpGateway http) {
        return context(id, http, Optional.empty());
    }

    /**
     * What a channel is built with; ask once per channel, before {@link #start}.
     *
     * @param publicUrl see {@link ChannelContext#publicUrl()}
     */
    public ChannelContext context(ChannelId id, HttpGateway http, Optional<URI> publicUrl) {
        var context = new Context(
                id,
                new ChannelIntake(id, lanes, store.threads()),
                new ChannelHistory(id.value(), store.threads(), signals, clock),
                files,
                http,
                publicUrl,
                clock);
        contexts.put(id.value(), context);
        return context;
    }

    public void start(Map<String, Channel> channels) {
        leases.measure(store);
        store.due().leftBehind(withoutReports(channels), clock.millis());
        roster.channels(channels);
        roster.refresh();
        var sending = new Dispatcher(Map.copyOf(channels), MOST_SENDS, clock, new StoredPast(store), lanes::add);
        var performing = new Performer(parts.actions(), clock, lanes::add);
        dispatcher = sending;
        performer = performing;
        var fetching = new Fetcher(channels, files, store.due(), clock, lanes::add);
        fetcher = fetching;
        var arrivals = new Arrivals(ids, clock);
        var advance = new Advance(settings, workflows, roster, types, ids);
        var matcher = new Matcher(settings, parts.strategies(), types, roster, clock);
        var all = new ArrayList<Lane>();
        for (int i = 0; i < store.lanes(); i++) {
            var computer = new Computer("lane-" + i, types, settings.stepLimit(), this::alarm);
            var tools = new Turn.Tools(arrivals, advance, computer, roster, clock, leases, ids.node());
            all.add(new Lane(i, store.writer(i), tools, matcher, lanes));
        }
        lanes.start(all, sending, performing, fetching);
        var sweeps = new Sweeper(store, clock, lanes, fetching);
        sweeper = sweeps;
        timer.scheduleWithFixedDelay(sweeps, 100, Sweeper.MILLIS, TimeUnit.MILLISECONDS);
        var housekeeper = new Housekeeper(store, files, clock, ids.node());
        timer.scheduleWithFixedDelay(housekeeper::start, 1, Housekeeper.EVERY.toMinutes(), TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(this::beat, 5, 5, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::refresh, 2, 2, TimeUnit.SECONDS);
        // What was missing when they were parked may be back.
        store.due().parked(MOST_PARKED).forEach(contact -> lanes.add(resume(contact)));
        receive(channels);
    }

    private static Set<String> withoutReports(Map<String, Channel> channels) {
        return channels.entrySet().stream()
                .filter(channel -> !channel.getValue().capabilities().reports()
                        || channel.getValue().capabilities().idempotent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void receive(Map<String, Channel> channels) {
        var keeper = new Receivers(store.leases(), ids.node());
        receivers = keeper;
        channels.forEach((id, channel) -> channel.receiver().ifPresent(receiver -> keeper.keep(id, receiver)));
        parts.listeners().forEach((name, listener) -> {
            var told = new Listeners(name, "events", listener, store.events(), store.threads(), lanes);
            keeper.keep(told.name(), told);
        });
    }

    /** Only the database can say that this node's number is still its own; without it nothing more may be written. */
    private void beat() {
        try {
            leases.measure(store);
            if (!store.leases().beat(ids.node(), NODE_TERM) && !stopping) {
                log.error(
                        "node number {} was given to another node while this one stood still. Frontdesk stops; start it again.",
                        ids.node());
                Runtime.getRuntime().halt(70);
            }
        } catch (RuntimeException e) {
            log.debug("no heartbeat of the node", e);
        }
    }

    private void refresh() {
        try {
            roster.refresh();
        } catch (RuntimeException e) {
            log.debug("teams and agents could not be read; the last known ones stay", e);
        }
    }

    private void alarm(StepWatch.Call call) {
        lanes.add(new Job.Tell(List.of(new Fact(
                "step-type.disabled",
                0,
                0,
                0,
                clock.millis(),
                new Value.Fields(Map.of(
                        "type",
                        Value.of(call.type()),
                        "step",
                        Value.of(call.step()),
                        "where",
                        Value.of(call.where())))))));
    }

    @Override
    public void submit(Order order) throws InterruptedException, Overloaded {
        Value.Fields payload = order.payload();
        String channel =
                switch (order.what()) {
                    case Order.What.Start start -> start.channel();
                    case Order.What.Form form -> form.channel();
                    default -> "";
                };
        if (!channel.isEmpty()) {
            var reach = store.inbox().reach(order.contact(), channel).orElse(new Reach(channel, "", ""));
            payload = payload.with("channel", Value.of(channel))
                    .with("identity", Value.of(reach.identity()))
                    .with("thread", Value.of(reach.thread()))
                    .with("heard", Value.of(Long.toString(reach.at())));
        }
        lanes.command(new Job.Command(order, payload, new java.util.concurrent.CompletableFuture<>()));
    }

    @Override
    public Attachment upload(String by, String name, InputStream bytes) throws IOException {
        var upload = Upload.of(files, ids, clock, by, name, bytes);
        store.uploads().keep(upload);
        return upload;
    }

    @Override
    public Capabilities capabilities(String channel) {
        return roster.capabilities(channel);
    }

    @Override
    public List<PresetForm> presets(String channel) {
        return roster.presets(channel);
    }

    @Override
    public void lookAgain() {
        refresh();
        store.due().teamsWithQueueOrLoadChanges().forEach(team -> lanes.add(new Job.Match(Set.of(team))));
    }

    /** Ends an agent's sessions and puts what they hold back into the queues; false when there is no such agent. */
    public boolean disableAgent(String agent) throws InterruptedException, Overloaded {
        if (!store.directory().disable(agent)) {
            return false;
        }
        refresh();
        for (long[] held : store.directory().heldBy(agent)) {
            submit(new Order(
                    UUID.randomUUID().toString(),
                    "",
                    held[0],
                    held[1],
                    new Order.What.Requeue("agent '" + agent + "' was disabled")));
        }
        return true;
    }

    /**
     * Lets mail that was kept as a dead letter come in once more; other parts of a run cannot be repeated word by word, so there the
     * contact's parked runs go on instead. Throws when the letter is no mail: what could not be read has no meaning to repeat.
     */
    public void redrive(DeadLetter letter) {
        if (!letter.kind().equals("mail")) {
            throw new IllegalArgumentException("dead letter " + letter.id()
                    + " came from outside and could not be read or stored;"
                    + " it cannot be driven again. frontdesk dead show " + letter.id() + " prints what came in.");
        }
        var kept = Mails.decode(new String(letter.raw(), StandardCharsets.UTF_8));
        switch (kept.kind()) {
            case MESSAGE -> {
                var lines = store.inbox().linesById(List.of(kept.message()));
                if (lines.isEmpty()) {
                    throw new IllegalArgumentException("the message of dead letter " + letter.id() + " is gone");
                }
                lanes.add(new Job.Note(
                        letter.contact(), kept.kind(), lines.getFirst().message(), kept.payload()));
            }
            case TIMER, IDLE -> lanes.add(new Job.Note(letter.contact(), kept.kind(), kept.payload()));
            case COMMAND, ACTION, DELIVERY, ASSIGNED, REACH, LEFT, JOINED -> lanes.add(resume(letter.contact()));
        }
    }

    private Job resume(long contact) {
        var order = new Order(UUID.randomUUID().toString(), "", contact, 0, new Order.What.Resume());
        return new Job.Note(contact, Mail.Kind.COMMAND, order.payload());
    }

    /** Tells the log of something that is about nobody's conversation. */
    public void tell(Fact fact) {
        lanes.add(new Job.Tell(List.of(fact)));
    }

    /** What is wrong, by part; nothing when all is well. */
    public Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        contexts.forEach((id, context) -> {
            String problem = context.trouble();
            if (!problem.isEmpty()) {
                problems.put("channel " + id, problem);
            }
        });
        if (dispatcher != null) {
            dispatcher.halted().forEach((id, why) -> problems.put("channel " + id, why));
        }
        types.all().forEach((type, why) -> problems.put("step type " + type, why));
        return problems;
    }

    public long storedMessages() {
        return lanes.messages();
    }

    public long commits() {
        return lanes.commits();
    }

    public int waiting() {
        return lanes.waiting();
    }

    /** Looks at once for what is due, for whoever has moved the clock. */
    public void sweep() {
        if (sweeper != null) {
            sweeper.run();
        }
    }

    /** Nothing is under way at this moment: for tests and for stopping. */
    public boolean idle() {
        return lanes.idle()
                && (dispatcher == null || dispatcher.idle())
                && (performer == null || performer.idle())
                && (fetcher == null || fetcher.idle());
    }

    /** Ends receivers, lets what was begun finish for at most so long, and gives up the node's number. */
    public void stop(Duration most) throws InterruptedException {
        stopping = true;
        long end = System.nanoTime() + most.toNanos();
        if (receivers != null) {
            receivers.stop();
        }
        while (!idle() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        timer.shutdown();
        lanes.stop(Math.max(100, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        store.leases().leave(ids.node());
    }
}
