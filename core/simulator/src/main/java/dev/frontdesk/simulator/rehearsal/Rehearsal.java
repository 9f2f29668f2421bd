package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.InboxReads.View;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.simulator.MemoryFiles;
import dev.frontdesk.simulator.VirtualClock;
import dev.frontdesk.store.Scratch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A company on the real engine and store: contacts write, agents act, time passes when told to, and the process dies when the journal
 * says so, to be started again at once. Each call returns when everything it has set off has come to rest. Belongs to one thread.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration RESTART = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final int RESTLESS = 10_000;
    private static final int MOST = 1000;

    private final Scratch scratch;
    private final Company company;
    private final VirtualClock clock;
    private final ScriptedHttp http;
    private final Store.Writer connection;
    private final Set<String> online = new LinkedHashSet<>();
    private final Map<Person, String> lastSaid = new HashMap<>();
    private final Map<String, String> failed = new ConcurrentHashMap<>();
    private final Map<String, ChannelContext> contexts = new HashMap<>();
    private Journal journal = new Journal(new Journal.Death.Never());
    private Provider provider = new Provider(journal);
    private final MemoryFiles files = new MemoryFiles();
    private Optional<Process> process = Optional.empty();
    private int said;

    /** A process: its view of the store, and the engine in it. */
    private record Process(Life life, Engine engine) {}

    /** @param clock the one the company's plugins were made with, as is http */
    public Rehearsal(Scratch scratch, Company company, VirtualClock clock, ScriptedHttp http) {
        this.scratch = scratch;
        this.company = company;
        this.clock = clock;
        this.http = http;
        this.connection = scratch.store().writer(0);
    }

    /** A new company on its first day: whatever was before is forgotten. */
    public void begin(Instant at, Journal.Death death) {
        process.ifPresent(Rehearsal::kill);
        scratch.empty();
        files.clear();
        clock.set(at);
        journal = new Journal(death);
        provider = new Provider(journal);
        http.begin(journal::outside);
        online.clear();
        lastSaid.clear();
        failed.clear();
        said = 0;
        scratch.store().directory().provision(company.teams(), company.agents());
        start();
    }

    private void start() {
        var life = new Life(scratch.store(), connection, journal);
        var ids = Engine.join(life, clock, "rehearsal");
        var workflows = company.publishing().publish(life, ids);
        var parts = new Engine.Parts(
                company.parts().strategies(), watched(company.parts().actions()), Map.of());
        var engine = new Engine(company.settings(), life, files, ids, workflows, parts, clock, () -> {});
        var channels = new LinkedHashMap<String, Channel>();
        for (String id : company.channels()) {
            contexts.put(id, engine.context(new ChannelId(id), http));
            channels.put(id, provider.channel(id, life::over));
        }
        engine.start(channels);
        process = Optional.of(new Process(life, engine));
    }

    /** Remembers which actions failed for good at their last attempt. */
    private Map<String, Action> watched(Map<String, Action> actions) {
        var watched = new HashMap<String, Action>();
        actions.forEach((type, action) -> watched.put(type, (call, key) -> {
            var result = action.perform(call, key);
            if (result instanceof ActionResult.Failed(var why, var _)) {
                failed.put(type, why);
            } else {
                failed.remove(type);
            }
            return result;
        }));
        return watched;
    }

    private Process now() {
        return process.orElseThrow(() -> new IllegalStateException("begin first"));
    }

    private boolean dead() {
        return now().life().over();
    }

    /** No farewell: what the engine still wants to write is not written. Its lane is woken so that it finds out. */
    private static void kill(Process process) {
        process.life().end();
        process.engine().tell(new Fact("", 0, 0, 0, 0, Value.EMPTY));
        try {
            process.engine().stop(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException _) {
            // it cannot give up its number any more
        }
    }

    /** The next process finds what is committed and nothing else. */
    private void restart() {
        kill(now());
        journal.restarted();
        journal.inFlight().values().forEach(provider::lost);
        scratch.outlastLeases();
        clock.advance(RESTART);
        heartbeats();
        start();
    }

    // ---- what happens

    public void writes(Person who, Content content) {
        String id = "said-" + ++said;
        lastSaid.put(who, id);
        receives(who, new Inbound.Message(id, who.address(), content, who.details(), Raw.of(content.plainText())));
    }

    /** What was not acknowledged comes again. */
    private void receives(Person from, Inbound item) {
        until(() -> context(from.channel()).intake().accept(Batch.of(item)));
        rest();
    }

    /** What becomes of messages that are there; answers what is in the way. */
    public Optional<String> happens(Person who, Aftermath what) {
        var heard = heard(who).stream().reduce((_, later) -> later);
        var item = what.of(who, "after-" + ++said, Optional.ofNullable(lastSaid.get(who)), heard);
        item.ifPresent(it -> receives(who, it));
        return item.isPresent() ? Optional.empty() : Optional.of("there is no message it could be about");
    }

    /** The channel tells that two identities are one person's. */
    public void same(Person known, Person alias) {
        receives(known, new Inbound.SamePerson("same-" + ++said, known.address(), alias.address(), Raw.of("same")));
    }

    /** Nothing reaches anybody while the provider is down. */
    public void down(boolean now) {
        provider.down(now);
        rest();
    }

    private ChannelContext context(String channel) {
        return Optional.ofNullable(contexts.get(channel))
                .orElseThrow(() -> new IllegalArgumentException("there is no channel '" + channel + "'"));
    }

    /** What an agent does with a contact's newest conversation; answers why it was refused, if it was. */
    public Optional<String> order(String agent, Person about, Order.What what) {
        var conversation = conversation(about)
                .orElseThrow(() -> new IllegalArgumentException(about.id() + " has no conversation yet"));
        var order = new Order("order-" + ++said, agent, conversation.contact(), conversation.id(), what);
        var before = store().events().end();
        until(() -> {
            now().engine().submit(order);
            return order;
        });
        rest();
        return events(before).stream()
                .filter(fact -> fact.type().equals("command")
                        && fact.details().get("id").asText().equals(order.id())
                        && fact.details().get("ok").asText().equals("false"))
                .map(fact -> fact.details().get("message").asText())
                .findFirst();
    }

    /** From now on contacts may be answered freely only for so long after they wrote. */
    public void answersAreFreeFor(Duration time) {
        provider.frees(time);
    }

    /** @param presence online, away or offline */
    public void presence(String agent, String presence) {
        var directory = scratch.store().directory();
        directory.declare(agent, presence, clock.millis());
        online.remove(agent);
        if (presence.equals("online")) {
            online.add(agent);
        }
        heartbeats();
        until(() -> {
            now().engine().lookAgain();
            return agent;
        });
        rest();
    }

    private void heartbeats() {
        online.forEach(agent -> scratch.store().directory().heartbeat(agent, clock.millis()));
    }

    /** From one thing that is due to the next, as time does. */
    public void passes(Duration time) {
        var end = clock.millis() + time.toMillis();
        while (clock.millis() < end) {
            clock.set(Instant.ofEpochMilli(next(end)));
            heartbeats();
            rest();
        }
    }

    private long next(long end) {
        long from = clock.millis();
        if (due(from)) {
            return Math.min(end, from + STUCK.toMillis());
        }
        long until = end;
        if (!due(until)) {
            return end;
        }
        while (until - from > 1) {
            long middle = from + (until - from) / 2;
            if (due(middle)) {
                until = middle;
            } else {
                from = middle;
            }
        }
        return until;
    }

    private boolean due(long time) {
        var due = scratch.store().due();
        return !due.timers(time, 1).isEmpty()
                || !due.idle(time, 1).isEmpty()
                || !due.contactsToSend(time, 1).isEmpty()
                || !due.actions(time, 1).isEmpty()
                || !due.expiredFetches(time, 1).isEmpty()
                || company.channels().stream()
                        .anyMatch(channel -> !due.fetches(channel, time, 1).isEmpty());
    }

    /** Does something again in the next process when this one died before it said that it was done. */
    private void until(Callable<Object> done) {
        while (!tried(done)) {
            restart();
        }
    }

    private boolean tried(Callable<Object> work) {
        var done = new CompletableFuture<Object>();
        Thread.ofVirtual().name("somebody").start(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        while (!done.isDone() && !dead()) {
            LockSupport.parkNanos(20_000);
        }
        if (dead()) {
            return done.isDone() && !done.isCompletedExceptionally();
        }
        try {
            done.get();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when nothing is under way and nothing is due. */
    private void rest() {
        int calm = 0;
        for (int round = 0; calm < 2; round++) {
            if (round > RESTLESS) {
                throw new IllegalStateException("it does not come to rest: the same things happen again and again");
            }
            if (dead()) {
                restart();
            }
            int before = journal.activity();
            now().engine().sweep();
            pause();
            calm = before == journal.activity() && !dead() ? calm + 1 : 0;
        }
    }

    private void pause() {
        var engine = now().engine();
        for (int quiet = 0; quiet < 2 && !dead(); ) {
            boolean idle = engine.waiting() == 0 && engine.idle();
            quiet = idle ? quiet + 1 : 0;
            if (!idle) {
                LockSupport.parkNanos(20_000);
            }
        }
    }

    // ---- what can be seen

    public Company company() {
        return company;
    }

    public Store store() {
        return scratch.store();
    }

    public VirtualClock clock() {
        return clock;
    }

    public ScriptedHttp http() {
        return http;
    }

    public Journal journal() {
        return journal;
    }

    /** The files of messages. */
    public MemoryFiles files() {
        return files;
    }

    /** Everything that reached anybody, in order. */
    public List<Heard> heard() {
        return provider.heard();
    }

    /** Messages that were on their way when the process died: they may come twice. */
    public Set<Long> repeatable() {
        return journal.interrupted();
    }

    public List<Heard> heard(Person who) {
        return provider.heard().stream()
                .filter(one -> one.identity().equals(who.id()) && one.channel().equals(who.channel()))
                .toList();
    }

    /** Everything that is on the event log. */
    public List<Fact> events() {
        return events("");
    }

    private List<Fact> events(String after) {
        return store().events().after(after, MOST * MOST).stream()
                .flatMap(entry -> entry.facts().stream())
                .toList();
    }

    /** Whether an action failed when it was performed last, and why. */
    public Optional<String> failed(String action) {
        return Optional.ofNullable(failed.get(action));
    }

    public Optional<Long> contact(Person who) {
        return store().threads().contact(who.channel(), who.id());
    }

    /** The newest one. */
    public Optional<Conversation> conversation(Person who) {
        return conversations(who).reversed().stream().findFirst();
    }

    /** Oldest first. */
    public List<Conversation> conversations(Person who) {
        var contact = contact(who);
        var found = new ArrayList<Conversation>();
        if (contact.isPresent()) {
            Stream.of(View.ALL, View.CLOSED)
                    .flatMap(view -> store().inbox().list(view, "", "", "", MOST).stream())
                    .map(row -> row.conversation())
                    .filter(one -> one.contact() == contact.get())
                    .sorted(Comparator.comparingLong(Conversation::id))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public void close() {
        process.ifPresent(Rehearsal::kill);
        process = Optional.empty();
        connection.close();
    }
}
