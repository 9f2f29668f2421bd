package dev.frontdesk.app.admin;

import dev.frontdesk.api.Value;
import dev.frontdesk.app.admin.AdminApi.HeardLine;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through the event log for what contacts' words were taken to be about, and where people sent them instead. */
final class Hearing {
    private static final int PAGE = 2_000;

    private final long since;
    private final int most;
    private final Map<Long, List<HeardLine>> byConversation = new LinkedHashMap<>();
    private int size;

    private Hearing(long since, int most) {
        this.since = since;
        this.most = most;
    }

    /** The newest {@code most}, the oldest of them first. */
    static List<HeardLine> in(EventLog log, long since, int most) {
        var hearing = new Hearing(since, most);
        var position = "";
        for (var page = log.after(position, PAGE); !page.isEmpty(); page = log.after(position, PAGE)) {
            page.forEach(entry -> entry.facts().forEach(hearing::take));
            position = page.getLast().position();
        }
        var all = hearing.byConversation.values().stream().flatMap(List::stream).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private void take(Fact fact) {
        if (fact.at() < since) {
            return;
        }
        switch (fact.type()) {
            case "workflow.step" -> heard(fact);
            case "conversation.routed" ->
                change(fact, (line, team) -> line.team().isEmpty() ? line.routedTo(team) : line);
            case "conversation.transferred" ->
                change(fact, (line, team) -> team.equals(line.team()) ? line : line.movedTo(team));
            default -> {}
        }
    }

    private void heard(Fact fact) {
        if (fact.details().get("words") instanceof Value.Text(var words)) {
            var probability =
                    fact.details().get("probability") instanceof Value.Num(var number) ? number.doubleValue() : 0;
            byConversation
                    .computeIfAbsent(fact.conversation(), _ -> new ArrayList<>())
                    .add(new HeardLine(
                            fact.at(), words, fact.details().get("intent").asText(), probability, "", ""));
            size++;
            forgetOldest();
        }
    }

    /** A long log must not fill the memory. */
    private void forgetOldest() {
        if (size > 2 * most) {
            var oldest = byConversation.keySet().iterator();
            while (size > most && oldest.hasNext()) {
                size -= byConversation.getOrDefault(oldest.next(), List.of()).size();
                oldest.remove();
            }
        }
    }

    private interface Change {
        HeardLine of(HeardLine line, String team);
    }

    private void change(Fact fact, Change change) {
        var team = fact.details().get("team").asText();
        byConversation.computeIfPresent(fact.conversation(), (_, lines) -> {
            lines.replaceAll(line -> change.of(line, team));
            return lines;
        });
    }
}
