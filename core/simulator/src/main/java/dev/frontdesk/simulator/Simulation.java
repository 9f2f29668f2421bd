package dev.frontdesk.simulator;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import dev.frontdesk.store.StoreSettings;
import dev.frontdesk.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A whole Frontdesk without network and without waiting: contacts write, agents act, time passes when told to. Each call returns
 * when everything it has set off has come to rest. Belongs to one thread.
 */
public final class Simulation implements AutoCloseable {
    private static final String CHANNEL = "site";

    private final Store store;
    private final Engine engine;
    private final VirtualClock clock;
    private final FakeChannel channel;
    private final ChannelContext context;

    private Simulation(Builder with, Store store) {
        this.store = store;
        clock = with.clock;
        channel = with.channel;
        store.directory().provision(List.copyOf(with.teams.values()), List.copyOf(with.agents.values()));
        engine = new Engine(
                with.settings(),
                store,
                with.files,
                Engine.join(store, clock, "simulation"),
                new Published(with.workflows),
                new Engine.Parts(with.strategies, with.actions, Map.of()),
                clock,
                () -> {});
        context = engine.context(new ChannelId(CHANNEL), (_, _, _) -> {
            throw new IOException("a simulation calls nobody");
        });
        engine.start(Map.of(CHANNEL, channel));
    }

    /** A SQLite store in a file, made if it is not there; whoever opens it closes it. */
    public static Store sqlite(Path file) {
        return Stores.open(StoreSettings.of("jdbc:sqlite:" + file));
    }

    public static Builder on(Store store) {
        return new Builder(store);
    }

    /** Collects what a simulation is made of. */
    public static final class Builder {
        private final Store store;
        private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-02T09:00:00Z"));
        private final Map<String, Directory.Team> teams = new HashMap<>();
        private final Map<String, Directory.Agent> agents = new HashMap<>();
        private final Map<String, AssignmentStrategy> strategies = new HashMap<>();
        private final Map<String, Action> actions = new HashMap<>();
        private List<Workflow> workflows = List.of();
        private FakeChannel channel = FakeChannel.withButtons();
        private FileStore files = new MemoryFiles();
        private Duration idleClose = Duration.ZERO;
        private Duration stepLimit = Duration.ofMillis(500);
        private int capacity = 5;

        private Builder(Store store) {
            this.store = store;
        }

        /** Members are made agents who count as present without a page of theirs being open. The first team is the default. */
        public Builder team(String id, String strategy, String... members) {
            teams.put(id, new Directory.Team(id, id, strategy, 0, List.of(members)));
            for (String member : members) {
                agents.putIfAbsent(
                        member,
                        new Directory.Agent(
                                member, member, "agent", "en", true, 0, 0, Set.of(), false, "online", 0, true));
            }
            return this;
        }

        public Builder workflows(Workflow... all) {
            workflows = List.of(all);
            return this;
        }

        public Builder strategy(String type, AssignmentStrategy strategy) {
            strategies.put(type, strategy);
            return this;
        }

        public Builder action(String type, Action action) {
            actions.put(type, action);
            return this;
        }

        public Builder channel(FakeChannel other) {
            channel = other;
            return this;
        }

        /** Where files lie; in memory unless said otherwise. */
        public Builder files(FileStore other) {
            files = other;
            return this;
        }

        public Builder capacity(int most) {
            capacity = most;
            return this;
        }

        public Builder idleClose(Duration after) {
            idleClose = after;
            return this;
        }

        public Simulation start() {
            return new Simulation(this, store);
        }

        private Settings settings() {
            var of = new HashMap<String, Settings.TeamSettings>();
            teams.forEach((id, team) -> of.put(
                    id,
                    new Settings.TeamSettings(
                            id, team.name(), team.strategy(), team.capacity(), Set.copyOf(team.members()))));
            Map<String, Class<? extends Value>> fields = Map.of("email", Value.Text.class, "age", Value.Num.class);
            return new Settings(
                    "Simulation",
                    ZoneOffset.UTC,
                    List.of(Locale.ENGLISH, Locale.of("ru")),
                    "support",
                    of,
                    fields,
                    List.of(),
                    Settings.ClosePolicy.OPTIONAL,
                    idleClose,
                    false,
                    capacity,
                    Duration.ofSeconds(60),
                    stepLimit);
        }
    }

    private record Published(List<Workflow> current) implements Workflows {
        @Override
        public Optional<Workflow> version(long id) {
            return current.stream().filter(workflow -> workflow.version() == id).findFirst();
        }
    }

    // ---- what happens

    public Accepted says(String who, String text) {
        return says(who, Content.text(text));
    }

    public Accepted says(String who, Content content) {
        return says(UUID.randomUUID().toString(), who, content);
    }

    /** As {@link #says}, from any thread and without waiting for what it sets off. */
    public void arrives(String who, String text) {
        hands(new Inbound.Message(
                UUID.randomUUID().toString(),
                Address.of(who),
                Content.text(text),
                Details.none().withName(who),
                Raw.of(text)));
    }

    /** As {@link #same}, from any thread and without waiting for what it sets off. */
    public void joins(String known, String alias) {
        hands(new Inbound.SamePerson(
                UUID.randomUUID().toString(), Address.of(known), Address.of(alias), Raw.of("same")));
    }

    private void hands(Inbound item) {
        try {
            context.intake().accept(Batch.of(item));
        } catch (Exception e) {
            throw new IllegalStateException("not accepted: " + item, e);
        }
    }

    /** With an id of the caller's own, so that the same message can come twice. */
    public Accepted says(String id, String who, Content content) {
        return receives(new Inbound.Message(
                id, Address.of(who), content, Details.none().withName(who), Raw.of(content.plainText())));
    }

    /** Anything else that a provider may hand over. */
    public Accepted receives(Inbound item) {
        try {
            var answer = context.intake().accept(Batch.of(item));
            settle();
            return answer.getFirst();
        } catch (Exception e) {
            throw new IllegalStateException("'" + item.id() + "' was not accepted", e);
        }
    }

    /** The channel tells that two identities are one person's. */
    public Accepted same(String known, String alias) {
        try {
            var answer = context.intake()
                    .accept(Batch.of(new Inbound.SamePerson(
                            UUID.randomUUID().toString(), Address.of(known), Address.of(alias), Raw.of("same"))));
            settle();
            return answer.getFirst();
        } catch (Exception e) {
            throw new IllegalStateException(known + " and " + alias + " were not accepted", e);
        }
    }

    /** What an agent orders about a contact's newest conversation. */
    public void order(String agent, String who, Order.What what) {
        var conversation = conversation(who);
        try {
            engine.submit(
                    new Order(UUID.randomUUID().toString(), agent, conversation.contact(), conversation.id(), what));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        settle();
    }

    public void presence(String agent, String presence) {
        store.directory().declare(agent, presence, clock.millis());
        store.directory().heartbeat(agent, clock.millis());
        engine.lookAgain();
        settle();
    }

    public void passes(Duration time) {
        clock.advance(time);
        settle();
    }

    /** Returns when nothing is under way and nothing is due. */
    public void settle() {
        for (int calm = 0; calm < 3; ) {
            engine.sweep();
            boolean idle = engine.idle() && engine.waiting() == 0;
            calm = idle ? calm + 1 : 0;
            java.util.concurrent.locks.LockSupport.parkNanos(idle ? 1_000_000 : 200_000);
        }
    }

    // ---- what can be seen

    public FakeChannel channel() {
        return channel;
    }

    public List<String> heardBy(String who) {
        return channel.heardBy(who);
    }

    /** The contact's newest conversation. */
    public Conversation conversation(String who) {
        long contact = store.threads()
                .contact(CHANNEL, who)
                .orElseThrow(() -> new IllegalArgumentException("nobody knows " + who));
        return Stream.of(InboxReads.View.ALL, InboxReads.View.CLOSED)
                .flatMap(view -> store.inbox().list(view, "", "", "", 1000).stream())
                .map(InboxReads.Row::conversation)
                .filter(one -> one.contact() == contact)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(who + " has no conversation"));
    }

    public InboxReads inbox() {
        return store.inbox();
    }

    public Store store() {
        return store;
    }

    public Engine engine() {
        return engine;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Stops the engine; the store stays open, so that another simulation can go on with it. */
    @Override
    public void close() {
        try {
            engine.stop(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
