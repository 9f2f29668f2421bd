package dev.frontdesk.web.live;

import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.web.auth.Sessions;
import dev.frontdesk.web.http.Caller;
import dev.frontdesk.web.http.EventStream;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.staff.Staff;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The live stream of one page: what it missed, then what happens, until its session ends. */
public final class LiveRoutes implements Routes {
    private static final int MAX_STREAMS = 2000;
    private static final int PAGE = 200;
    /** Who missed more is quicker with fetching everything again. */
    private static final int MAX_REPLAY = 2000;

    private final Live live;
    private final EventLog log;
    private final Sessions sessions;
    private final Staff staff;

    public LiveRoutes(Live live, EventLog log, Sessions sessions, Staff staff) {
        this.live = live;
        this.log = log;
        this.sessions = sessions;
        this.staff = staff;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/events", this::stream));
    }

    private void stream(Exchange exchange) throws IOException, InterruptedException {
        if (live.closed() || live.streams() >= MAX_STREAMS) {
            throw Refusal.later(503, "too-many-streams", "This node serves as many live streams as it can.", 5);
        }
        String after = exchange.header("Last-Event-ID")
                .or(() -> exchange.query("after"))
                .orElse("");
        var caller = exchange.caller();
        var subscription = live.subscribe(caller.agent());
        try (var to = exchange.events()) {
            to.comment();
            var seen = replay(after, subscription.from(), caller.agent(), to);
            follow(subscription.subscriber(), caller, seen, to);
        } finally {
            live.leave(subscription.subscriber());
        }
    }

    /**
     * Sends what lies between two positions; answers the positions that were sent, for the queue may hold some of
     * them too.
     */
    private Set<String> replay(String after, String until, String agent, EventStream to) throws IOException {
        var seen = new HashSet<String>();
        if (after.isEmpty() || after.equals(until)) {
            return seen;
        }
        if (!log.valid(after)) {
            send(LiveBatch.resync(until), agent, to);
            return seen;
        }
        String at = after;
        while (!at.equals(until)) {
            var entries = log.after(at, PAGE);
            if (entries.isEmpty()) {
                return seen;
            }
            if (seen.size() + entries.size() > MAX_REPLAY) {
                send(LiveBatch.resync(until), agent, to);
                return Set.of();
            }
            entries = upTo(until, entries);
            at = entries.getLast().position();
            entries.forEach(entry -> seen.add(entry.position()));
            send(new LiveBatch(live.translator().translate(entries), at), agent, to);
        }
        return seen;
    }

    private static List<EventLog.Entry> upTo(String position, List<EventLog.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).position().equals(position)) {
                return entries.subList(0, i + 1);
            }
        }
        return entries;
    }

    private void follow(Subscriber subscriber, Caller caller, Set<String> seen, EventStream to)
            throws IOException, InterruptedException {
        long every = live.ping().toNanos();
        long nextPing = System.nanoTime() + every;
        String unsent = "";
        while (true) {
            var batch = subscriber.take(Math.max(0, nextPing - System.nanoTime()));
            boolean ping = System.nanoTime() - nextPing >= 0;
            if ((subscriber.takeCheck() || ping) && !stands(caller)) {
                return;
            }
            if (batch.isPresent() && !seen.contains(batch.get().position())) {
                boolean sent = send(batch.get(), caller.agent(), to);
                if (!batch.get().position().isEmpty()) {
                    unsent = sent ? "" : batch.get().position();
                }
            }
            if (ping) {
                to.send(unsent, "ping", "{}");
                unsent = "";
                nextPing = System.nanoTime() + every;
            }
        }
    }

    /** False when the session ended, the agent was disabled, or their role is another by now. */
    private boolean stands(Caller caller) {
        return !live.closed()
                && sessions.alive(caller.sessionHash()).isPresent()
                && staff.find(caller.agent())
                        .filter(agent -> agent.enabled() && agent.role().equals(caller.role()))
                        .isPresent();
    }

    /**
     * The last event carries the position: who got only some of them starts over. False when none was for this agent.
     */
    private static boolean send(LiveBatch batch, String agent, EventStream to) throws IOException {
        var events = Live.visible(batch, agent);
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            to.send(i == events.size() - 1 ? batch.position() : "", event.name(), event.data());
        }
        return !events.isEmpty();
    }
}
