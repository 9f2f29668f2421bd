package dev.frontdesk.app.admin;

import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.json.ValueJson;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The admin API on the store and the desk of this process. */
public final class StoreAdmin implements AdminApi {
    private final Store store;
    private final OneTimeLinks links;
    private final Optional<Desk> desk;
    private final Redrive redrive;
    private final String language;
    private final InstantSource clock;

    /** Lets a dead letter come in again; throws when that failed again. */
    @FunctionalInterface
    public interface Redrive {
        void again(DeadLetter letter);
    }

    /**
     * @param desk empty when no engine runs here
     * @param language of the pages of an agent who has not chosen one
     */
    public StoreAdmin(
            Store store,
            OneTimeLinks links,
            Optional<Desk> desk,
            Redrive redrive,
            String language,
            InstantSource clock) {
        this.store = store;
        this.links = links;
        this.desk = desk;
        this.redrive = redrive;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public String addAgent(NewAgent agent) {
        var known = new HashSet<String>();
        store.directory().teams().forEach(team -> known.add(team.id()));
        for (var team : agent.teams()) {
            if (!known.contains(team)) {
                throw new IllegalArgumentException("there is no team '" + team + "'");
            }
        }
        var added = new Directory.Agent(
                agent.id(),
                agent.name(),
                agent.role(),
                language,
                true,
                agent.capacity(),
                0,
                new HashSet<>(agent.skills()),
                true,
                "offline",
                0,
                false);
        store.directory().put(added, agent.teams());
        desk.ifPresent(Desk::lookAgain);
        return links.issue(agent.id());
    }

    @Override
    public List<AgentLine> agents() {
        return store.directory().agents().stream()
                .map(agent -> new AgentLine(
                        agent.id(), agent.name(), agent.role(), agent.enabled(), agent.presence(), agent.load()))
                .toList();
    }

    @Override
    public boolean disableAgent(String id) {
        var held = store.directory().heldBy(id);
        if (!store.directory().disable(id)) {
            return false;
        }
        desk.ifPresent(open -> held.forEach(pair -> requeue(open, id, pair[0], pair[1])));
        return true;
    }

    private static void requeue(Desk desk, String agent, long contact, long conversation) {
        var what = new Order.What.Requeue("agent " + agent + " was disabled");
        try {
            desk.submit(new Order(UUID.randomUUID().toString(), "", contact, conversation, what));
        } catch (Overloaded e) {
            throw new IllegalStateException(
                    "the agent is disabled but a conversation could not be requeued; repeat the command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while requeueing; repeat the command", e);
        }
    }

    @Override
    public List<DeadLine> deadLetters(int limit) {
        return store.deadLetters().list(limit).stream().map(StoreAdmin::line).toList();
    }

    @Override
    public Optional<DeadLine> deadLetter(long id) {
        return store.deadLetters().get(id).map(StoreAdmin::line);
    }

    /** Marked after it came in: twice is harmless, for it has its key; never would not be. */
    @Override
    public boolean redrive(long id) {
        var letter = store.deadLetters().get(id);
        letter.ifPresent(redrive::again);
        return letter.isPresent() && store.deadLetters().redriven(id, clock.millis());
    }

    @Override
    public List<NoticeLine> notices(int limit) {
        return store.deadLetters().notices(limit).stream()
                .map(it -> new NoticeLine(it.id(), it.channel(), it.kind(), ValueJson.write(it.details()), it.at()))
                .toList();
    }

    @Override
    public List<HeardLine> heard(long since, int most) {
        return Hearing.in(store.events(), since, most);
    }

    private static DeadLine line(DeadLetter letter) {
        return new DeadLine(
                letter.id(),
                letter.channel(),
                letter.kind(),
                letter.reason(),
                letter.at(),
                new String(letter.raw(), StandardCharsets.UTF_8));
    }
}
