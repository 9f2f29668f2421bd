package dev.frontdesk.engine.assignment;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.outbox.ReplyWindow;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives waiting conversations to free agents, a whole team at once, under the team's lock. It books the load and posts the choice to
 * each contact's mailbox in the same transaction; whether the choice still fits is decided there. Safe for use by several lanes.
 */
public final class Matcher {
    private static final int MOST = 200;
    private static final int MOST_LOOKED_AT = MOST * 8 * 8;
    private static final Logger log = LoggerFactory.getLogger(Matcher.class);

    public enum Result {
        DONE,
        /** There may be more to match. */
        MORE,
        /** Somebody else holds the team: what they have read may be older than what we know. */
        TAKEN
    }

    private final Settings settings;
    private final Map<String, AssignmentStrategy> strategies;
    private final StepTypes types;
    private final Surroundings surroundings;
    private final InstantSource clock;

    /** @param strategies by type */
    public Matcher(
            Settings settings,
            Map<String, AssignmentStrategy> strategies,
            StepTypes types,
            Surroundings surroundings,
            InstantSource clock) {
        this.settings = settings;
        this.strategies = Map.copyOf(strategies);
        this.types = types;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * @param deliver takes the mail that was made, within the same transaction
     * @param guarded runs what calls plugins, and watches the clock
     */
    public Result match(
            Transaction tx,
            String team,
            Consumer<Map<Long, List<Mail>>> deliver,
            Function<Function<StepWatch, List<Picker.Pick>>, List<Picker.Pick>> guarded) {
        if (!tx.lockTeam(team)) {
            return Result.TAKEN;
        }
        var members = tx.members(team);
        var picker = picker(team, members);
        if (!picker.anybodyFree()) {
            return Result.DONE;
        }
        // Those in front may all need what nobody here has: then the next ones are looked at.
        for (int most = MOST; most <= MOST_LOOKED_AT; most *= 8) {
            var queue = inOrder(tx, team, most);
            var picks = queue.isEmpty() ? List.<Picker.Pick>of() : picks(team, members, queue, guarded);
            if (!picks.isEmpty()) {
                hand(tx, team, picks, deliver);
                return queue.size() >= most ? Result.MORE : Result.DONE;
            }
            if (queue.size() < most) {
                break;
            }
        }
        return Result.DONE;
    }

    /**
     * By priority, and among equals first those whose reply window is about to close, the earliest end first; then by time. The
     * window is that of now: who has written again since they were queued has all of it before them.
     */
    private List<QueueRow> inOrder(Transaction tx, String team, int most) {
        if (!surroundings.hasReplyWindows()) {
            return tx.queue(team, most);
        }
        long now = clock.millis();
        long soon = now + settings.windowFirst().toMillis();
        var closing = new ArrayList<QueueRow>();
        for (var waiting : tx.closing(team, now, soon, most)) {
            long ends = ReplyWindow.ends(
                            surroundings.capabilities(waiting.reach().channel()), waiting.reach())
                    .orElse(0);
            if (ends > now && ends <= soon) {
                closing.add(waiting.row().ending(ends));
            }
        }
        var queue = tx.queue(team, most);
        if (closing.isEmpty()) {
            return queue.stream().map(row -> row.ending(0)).toList();
        }
        var all = new LinkedHashMap<Long, QueueRow>();
        closing.forEach(row -> all.put(row.conversation(), row));
        queue.forEach(row -> all.putIfAbsent(row.conversation(), row.ending(0)));
        return all.values().stream()
                .sorted(Comparator.comparingInt(QueueRow::priority)
                        .reversed()
                        .thenComparingLong(row -> row.windowEnds() == 0 ? Long.MAX_VALUE : row.windowEnds())
                        .thenComparingLong(QueueRow::enqueuedAt)
                        .thenComparingLong(QueueRow::conversation))
                .toList();
    }

    /** A strategy that throws does not keep anybody waiting. */
    private List<Picker.Pick> picks(
            String team,
            List<Transaction.Member> members,
            List<QueueRow> queue,
            Function<Function<StepWatch, List<Picker.Pick>>, List<Picker.Pick>> guarded) {
        String type = strategy(team);
        try {
            return guarded.apply(watch -> {
                watch.enter("strategy " + type, team, "teams." + team);
                try {
                    // A fresh picker for each attempt: a computation may be made again.
                    return picker(team, members).pick(queue);
                } finally {
                    watch.leave();
                }
            });
        } catch (RuntimeException e) {
            log.error(
                    "strategy '{}' of team '{}' failed; this time the emptiest desk gets the conversation",
                    type,
                    team,
                    e);
            return picker(team, members, FALLBACK).pick(queue);
        }
    }

    private Picker picker(String team, List<Transaction.Member> members) {
        String type = strategy(team);
        return picker(
                team, members, types.disabled("strategy " + type) ? FALLBACK : strategies.getOrDefault(type, FALLBACK));
    }

    private Picker picker(String team, List<Transaction.Member> members, AssignmentStrategy strategy) {
        long now = clock.millis();
        var of = settings.teams().get(team);
        int capacity = of != null && of.capacity() > 0 ? of.capacity() : settings.capacity();
        return new Picker(
                team,
                strategy(team),
                strategy,
                capacity,
                now - settings.presenceTimeout().toMillis(),
                members,
                now);
    }

    private String strategy(String team) {
        var of = settings.teams().get(team);
        return of == null ? "round-robin" : of.strategy();
    }

    private void hand(Transaction tx, String team, List<Picker.Pick> picks, Consumer<Map<Long, List<Mail>>> deliver) {
        var contacts = picks.stream().map(pick -> pick.row().contact()).toList();
        Map<Long, Head> heads = tx.lock(contacts);
        var still = tx.dequeue(picks.stream().map(Picker.Pick::row).toList());
        var booked = new LinkedHashMap<String, Integer>();
        var next = new HashMap<Long, Long>();
        var mail = new LinkedHashMap<Long, List<Mail>>();
        long now = clock.millis();
        for (Picker.Pick pick : picks) {
            Head head = heads.get(pick.row().contact());
            if (head == null || !still.contains(pick.row().conversation())) {
                continue;
            }
            booked.merge(pick.agent(), 1, Integer::sum);
            long seq = next.getOrDefault(head.contact(), head.nextSeq());
            next.put(head.contact(), seq + 1);
            mail.computeIfAbsent(head.contact(), _ -> new ArrayList<>())
                    .add(new Mail(head.contact(), head.part(), seq, Mail.Kind.ASSIGNED, null, payload(pick), now));
        }
        tx.reserve(team, booked, now);
        tx.saveSequences(next);
        tx.append(booked.keySet().stream().map(agent -> load(agent, now)).toList());
        deliver.accept(mail);
    }

    private static Fact load(String agent, long now) {
        return new Fact("agent.load", 0, 0, 0, now, new Value.Fields(Map.of("agent", Value.of(agent))));
    }

    private static Value.Fields payload(Picker.Pick pick) {
        return new Value.Fields(Map.of(
                "conversation", Value.of(Long.toString(pick.row().conversation())),
                "epoch", Value.of(pick.row().epoch()),
                "team", Value.of(pick.row().team()),
                "queued", Value.of(pick.row().enqueuedAt()),
                "agent", Value.of(pick.agent()),
                "why", Value.of(pick.why()),
                "decision", pick.decision()));
    }

    /** For a team whose strategy is switched off: the emptiest desk. */
    private static final AssignmentStrategy FALLBACK = (_, eligible) -> new dev.frontdesk.api.routing.Ranking(
            eligible.stream()
                    .sorted(java.util.Comparator.comparingInt(dev.frontdesk.api.routing.Candidate::load)
                            .thenComparing(candidate -> candidate.agent().value()))
                    .map(dev.frontdesk.api.routing.Candidate::agent)
                    .toList(),
            "fewest open conversations (the team's strategy is not available)");
}
