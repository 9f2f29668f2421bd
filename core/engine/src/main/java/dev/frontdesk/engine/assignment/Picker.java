package dev.frontdesk.engine.assignment;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.port.Transaction.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins a team's queue to its free agents. Pure. A conversation nobody may take (it needs a skill nobody has) is passed over and
 * holds up nobody behind it. Belongs to one thread and one round.
 */
public final class Picker {
    /** A decision names this many who were considered and this many who were not; the rest is counted. */
    private static final int NAMED = 8;

    /** @param decision what "why this agent" shows */
    public record Pick(QueueRow row, String agent, String why, Value.Fields decision) {}

    private final String team;
    private final String strategyName;
    private final AssignmentStrategy strategy;
    private final int defaultCapacity;
    private final long seenSince;
    private final List<Member> members;
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Long> lastAssigned = new HashMap<>();
    private final long now;

    Picker(
            String team,
            String strategyName,
            AssignmentStrategy strategy,
            int defaultCapacity,
            long seenSince,
            List<Member> members,
            long now) {
        this.team = team;
        this.strategyName = strategyName;
        this.strategy = strategy;
        this.defaultCapacity = defaultCapacity;
        this.seenSince = seenSince;
        this.members = members;
        this.now = now;
    }

    boolean anybodyFree() {
        return members.stream().anyMatch(member -> excluded(member).isEmpty());
    }

    List<Pick> pick(List<QueueRow> queue) {
        var picks = new ArrayList<Pick>();
        for (QueueRow row : queue) {
            if (!anybodyFree()) {
                break;
            }
            pick(row).ifPresent(picks::add);
        }
        return picks;
    }

    private Optional<Pick> pick(QueueRow row) {
        var eligible = new ArrayList<Candidate>();
        var excluded = new LinkedHashMap<String, String>();
        for (Member member : members) {
            String why = excluded(member, row);
            if (why.isEmpty()) {
                eligible.add(candidate(member));
            } else {
                excluded.put(member.agent(), why);
            }
        }
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        Ranking ranking = strategy.rank(facts(row), List.copyOf(eligible));
        Set<String> may = new java.util.HashSet<>();
        eligible.forEach(candidate -> may.add(candidate.agent().value()));
        return ranking.order().stream()
                .map(AgentId::value)
                .filter(may::contains)
                .findFirst()
                .map(agent -> {
                    var decision = decision(row, agent, ranking, eligible, excluded);
                    int count = given.getOrDefault(agent, 0) + 1;
                    given.put(agent, count);
                    lastAssigned.put(agent, now + count);
                    return new Pick(row, agent, first(row) + ranking.why(), decision);
                });
    }

    /** Why it was this one's turn before others who had waited longer. */
    private String first(QueueRow row) {
        if (row.windowEnds() == 0) {
            return "";
        }
        long minutes = Math.max(1, (row.windowEnds() - now) / 60_000);
        String left = minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
        return "first, for its reply window ends in " + left + "; ";
    }

    private Facts facts(QueueRow row) {
        return Facts.of(Map.of(
                "channel", Value.of(row.channel()),
                "language", Value.of(row.language()),
                "priority", Value.of(row.priority()),
                "team", Value.of(team)));
    }

    private String excluded(Member member, QueueRow row) {
        if (row.exclude().contains(member.agent())) {
            return "excluded for this conversation";
        }
        if (!row.agent().isEmpty() && !row.agent().equals(member.agent())) {
            return "not the agent asked for";
        }
        for (String skill : row.skills()) {
            if (!member.skills().contains(skill)) {
                return "lacks the skill " + skill;
            }
        }
        return excluded(member);
    }

    private String excluded(Member member) {
        if (!member.enabled()) {
            return "disabled";
        }
        boolean neverSignedIn = member.seenAt() == 0 && !member.presenceRequired();
        if (!member.presence().equals("online") && !neverSignedIn) {
            return member.presence();
        }
        if (member.presenceRequired() && member.seenAt() < seenSince) {
            return "not seen";
        }
        return load(member) >= capacity(member) ? "full (" + load(member) + " of " + capacity(member) + ")" : "";
    }

    private int load(Member member) {
        return member.load() + given.getOrDefault(member.agent(), 0);
    }

    private int capacity(Member member) {
        return member.capacity() > 0 ? member.capacity() : defaultCapacity;
    }

    private Candidate candidate(Member member) {
        long assigned = lastAssigned.getOrDefault(member.agent(), member.lastAssigned());
        return new Seat(
                new AgentId(member.agent()),
                load(member),
                capacity(member),
                assigned == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(assigned)),
                member.lastClosed() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(member.lastClosed())),
                member.skills());
    }

    private Value.Fields decision(
            QueueRow row, String agent, Ranking ranking, List<Candidate> eligible, Map<String, String> excluded) {
        var named = new ArrayList<Value>();
        for (int i = 0; i < Math.min(NAMED, ranking.order().size()); i++) {
            String id = ranking.order().get(i).value();
            int rank = i + 1;
            eligible.stream()
                    .filter(candidate -> candidate.agent().value().equals(id))
                    .findFirst()
                    .ifPresent(candidate -> named.add(new Value.Fields(Map.of(
                            "agent", Value.of(id),
                            "load", Value.of(candidate.load()),
                            "capacity", Value.of(candidate.capacity()),
                            "rank", Value.of(rank)))));
        }
        excluded.entrySet().stream()
                .limit(NAMED)
                .forEach(entry -> named.add(new Value.Fields(
                        Map.of("agent", Value.of(entry.getKey()), "excluded", Value.of(entry.getValue())))));
        return new Value.Fields(Map.of(
                "team", Value.of(team),
                "agent", Value.of(agent),
                "strategy", Value.of(strategyName),
                "why", Value.of(first(row) + ranking.why()),
                "eligible", Value.of(eligible.size()),
                "excluded", Value.of(excluded.size()),
                "candidates", new Value.Items(named)));
    }

    private record Seat(
            AgentId agent,
            int load,
            int capacity,
            Optional<Instant> lastAssigned,
            Optional<Instant> lastClosed,
            Set<String> skills)
            implements Candidate {}
}
