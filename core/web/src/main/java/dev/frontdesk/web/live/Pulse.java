package dev.frontdesk.web.live;

import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Json;
import dev.frontdesk.web.live.LiveBatch.LiveEvent;
import dev.frontdesk.web.staff.Staff;
import dev.frontdesk.web.view.CountsJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not in the log as such: the sizes of the views and who is there. An agent whose pages are gone writes no
 * fact, so this looks every other second. Only used under the lock of {@link Live}.
 */
final class Pulse {
    private static final long COUNTS_EVERY = 1_000_000_000L;
    private static final long STAFF_EVERY = 2_000_000_000L;

    private final InboxReads inbox;
    private final Staff staff;
    private final Map<String, InboxReads.Counts> counts = new HashMap<>();
    private final Map<String, Presence> presence = new HashMap<>();
    private boolean countsDue;
    private long countedAt = System.nanoTime() - COUNTS_EVERY;
    private long lookedAt = System.nanoTime() - STAFF_EVERY;

    private record Presence(String availability, int load) {}

    Pulse(InboxReads inbox, Staff staff) {
        this.inbox = inbox;
        this.staff = staff;
    }

    void feel(List<EventLog.Entry> entries) {
        countsDue |= Translator.changesCounts(entries);
        if (Translator.changesStaff(entries)) {
            staff.changed();
            lookedAt = System.nanoTime() - STAFF_EVERY;
        }
    }

    /** Everything, for a stream that begins. */
    List<LiveEvent> now(String agent) {
        var events = new ArrayList<LiveEvent>();
        for (var member : staff.enabled()) {
            events.add(presence(member.id(), new Presence(staff.availability(member), member.load())));
        }
        events.add(counts(agent, inbox.counts(agent)));
        return events;
    }

    /** What changed since the last time, for the agents who listen. */
    List<LiveEvent> changes(List<String> agents) {
        var events = new ArrayList<LiveEvent>();
        long now = System.nanoTime();
        if (now - lookedAt >= STAFF_EVERY) {
            lookedAt = now;
            look(events);
        }
        if (countsDue && now - countedAt >= COUNTS_EVERY) {
            countedAt = now;
            countsDue = false;
            count(agents, events);
        }
        return events;
    }

    private void look(List<LiveEvent> events) {
        for (var member : staff.enabled()) {
            var seen = new Presence(staff.availability(member), member.load());
            if (!seen.equals(presence.put(member.id(), seen))) {
                events.add(presence(member.id(), seen));
            }
        }
    }

    private void count(List<String> agents, List<LiveEvent> events) {
        counts.keySet().retainAll(agents);
        for (String agent : agents) {
            var seen = inbox.counts(agent);
            if (!seen.equals(counts.put(agent, seen))) {
                events.add(counts(agent, seen));
            }
        }
    }

    private static LiveEvent presence(String agent, Presence seen) {
        return new LiveEvent(
                "presence",
                Json.text(to -> {
                    to.writeStartObject();
                    to.writeStringField("agent", agent);
                    to.writeStringField("availability", seen.availability());
                    to.writeNumberField("load", seen.load());
                    to.writeEndObject();
                }),
                "");
    }

    private static LiveEvent counts(String agent, InboxReads.Counts seen) {
        return new LiveEvent("counts", Json.text(to -> CountsJson.write(to, seen)), agent);
    }
}
