package dev.frontdesk.web.inbox;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.view.ChangesJson;
import dev.frontdesk.web.view.MessageJson;
import dev.frontdesk.web.view.TimelineJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a contact's thread, oldest first.
 *
 * @param strays changes whose message is not here
 * @param older the ord to ask below for the stretch before, 0 at the beginning
 */
record ThreadPage(List<InboxReads.Line> lines, List<Fact> facts, List<MessageChange> strays, long older) {

    static ThreadPage below(InboxReads inbox, EventLog events, long contact, long beforeOrd, int limit) {
        var newestFirst = inbox.lines(contact, beforeOrd, limit + 1);
        boolean more = newestFirst.size() > limit;
        var lines = (more ? newestFirst.subList(0, limit) : newestFirst).reversed();
        long from = more ? lines.getFirst().message().ord() : 0;
        long to = beforeOrd == Long.MAX_VALUE ? beforeOrd : beforeOrd - 1;
        return new ThreadPage(lines, events.of(contact, from, to), inbox.strays(contact, from, to), more ? from : 0);
    }

    /** @param conversations of the contact, in any order */
    void writeFields(JsonGenerator to, List<Conversation> conversations) throws IOException {
        var latestFirst = conversations.stream()
                .sorted(Comparator.comparingLong((Conversation c) -> c.opened().ord())
                        .reversed())
                .toList();
        to.writeArrayFieldStart("messages");
        for (var line : lines) {
            MessageJson.write(to, line, conversationOf(line.message().ord(), latestFirst));
        }
        to.writeEndArray();
        to.writeArrayFieldStart("events");
        for (var fact : facts) {
            if (TimelineJson.shown(fact)) {
                TimelineJson.write(to, fact);
            }
        }
        ChangesJson.writeStrays(to, strays);
        to.writeEndArray();
        if (older != 0) {
            to.writeStringField("older", Long.toString(older));
        }
    }

    /** The mail that opened a conversation is part of it, though its message stands before the opening. */
    private static long conversationOf(long ord, List<Conversation> latestFirst) {
        return latestFirst.stream()
                .filter(conversation -> Ord.seq(conversation.opened().ord()) <= Ord.seq(ord))
                .mapToLong(Conversation::id)
                .findFirst()
                .orElse(0);
    }
}
