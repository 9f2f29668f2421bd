package dev.frontdesk.web.live;

import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Json;
import dev.frontdesk.web.live.LiveBatch.LiveEvent;
import dev.frontdesk.web.view.ChangesJson;
import dev.frontdesk.web.view.MessageJson;
import dev.frontdesk.web.view.RowJson;
import dev.frontdesk.web.view.TimelineJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns entries of the log into live events, with a fixed number of queries however many entries there are. Safe for use by many
 * threads.
 */
final class Translator {
    private final InboxReads inbox;

    Translator(InboxReads inbox) {
        this.inbox = inbox;
    }

    /** Rows come first, so that what follows has a conversation to belong to. */
    List<LiveEvent> translate(List<EventLog.Entry> entries) {
        var conversations = new LinkedHashSet<Long>();
        var messages = new LinkedHashSet<Long>();
        var changes = new LinkedHashSet<Long>();
        var files = new LinkedHashSet<Long>();
        for (var entry : entries) {
            for (var fact : entry.facts()) {
                if (changesRow(fact)) {
                    conversations.add(fact.conversation());
                }
                message(fact).ifPresent(messages::add);
                if (fact.type().equals("message.file")) {
                    id(fact.details().get("message").asText()).ifPresent(files::add);
                }
                if (fact.type().equals("message.changed")) {
                    id(fact.details().get("change").asText()).ifPresent(changes::add);
                }
            }
        }
        var out = new ArrayList<LiveEvent>();
        rows(conversations, out);
        var lines = lines(messages);
        for (var entry : entries) {
            for (var fact : entry.facts()) {
                event(fact, lines).ifPresent(out::add);
            }
        }
        changed(changes, out);
        fetched(files, out);
        return out;
    }

    /** A change shows on its message, or as a line of its own where that is not here. */
    private void changed(Collection<Long> changes, List<LiveEvent> out) {
        if (changes.isEmpty()) {
            return;
        }
        for (var line : inbox.linesChanged(changes)) {
            out.add(about(0, line.message().contact(), "changed", "message", to -> MessageJson.write(to, line, 0)));
        }
        for (var stray : inbox.straysById(changes)) {
            out.add(about(0, stray.contact(), "timeline", "event", to -> ChangesJson.writeStray(to, stray)));
        }
    }

    /** A file has come, or never will. */
    private void fetched(Collection<Long> messages, List<LiveEvent> out) {
        for (var line : lines(messages).values()) {
            out.add(about(0, line.message().contact(), "changed", "message", to -> MessageJson.write(to, line, 0)));
        }
    }

    /** True when the size of a view may have changed. */
    static boolean changesCounts(List<EventLog.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.facts().stream())
                .anyMatch(fact -> fact.type().startsWith("conversation."));
    }

    static boolean changesStaff(List<EventLog.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.facts().stream())
                .anyMatch(fact -> fact.type().startsWith("agent."));
    }

    private static boolean changesRow(Fact fact) {
        return fact.conversation() != 0
                && switch (fact.type()) {
                    case "message.stored", "contact.unreachable", "contact.reachable" -> true;
                    default -> fact.type().startsWith("conversation.");
                };
    }

    private static Optional<Long> message(Fact fact) {
        return fact.type().equals("message.stored")
                ? id(fact.details().get("message").asText())
                : Optional.empty();
    }

    private void rows(Collection<Long> conversations, List<LiveEvent> out) {
        if (!conversations.isEmpty()) {
            for (var row : inbox.rows(conversations)) {
                out.add(new LiveEvent("conversation", Json.text(to -> RowJson.write(to, row)), ""));
            }
        }
    }

    private Map<Long, InboxReads.Line> lines(Collection<Long> messages) {
        var byId = new HashMap<Long, InboxReads.Line>();
        if (!messages.isEmpty()) {
            inbox.linesById(messages).forEach(line -> byId.put(line.message().id(), line));
        }
        return byId;
    }

    private static Optional<LiveEvent> event(Fact fact, Map<Long, InboxReads.Line> lines) {
        return switch (fact.type()) {
            case "message.stored" -> message(fact).map(lines::get).map(line -> stored(fact, line));
            case "message.status" -> Optional.of(status(fact));
            case "command" -> Optional.of(command(fact));
            default -> TimelineJson.shown(fact) ? Optional.of(timeline(fact)) : Optional.empty();
        };
    }

    private static LiveEvent stored(Fact fact, InboxReads.Line line) {
        return about(
                fact.conversation(),
                fact.contact(),
                "message",
                "message",
                to -> MessageJson.write(to, line, fact.conversation()));
    }

    private static LiveEvent timeline(Fact fact) {
        return about(fact.conversation(), fact.contact(), "timeline", "event", to -> TimelineJson.write(to, fact));
    }

    private static LiveEvent about(long conversation, long contact, String name, String field, Json.Writer what) {
        return new LiveEvent(
                name,
                Json.text(to -> {
                    to.writeStartObject();
                    if (conversation != 0) {
                        Json.id(to, "conversation", conversation);
                    }
                    Json.id(to, "contact", contact);
                    to.writeFieldName(field);
                    what.write(to);
                    to.writeEndObject();
                }),
                "");
    }

    /** A report of many contacts at once names the conversation in its details. */
    private static LiveEvent status(Fact fact) {
        var details = fact.details();
        String conversation = fact.conversation() != 0
                ? Long.toString(fact.conversation())
                : details.get("conversation").asText();
        return new LiveEvent(
                "status",
                Json.text(to -> {
                    to.writeStartObject();
                    Json.field(to, "conversation", conversation);
                    Json.field(to, "message", details.get("message").asText());
                    Json.field(to, "state", state(details.get("state").asText()));
                    Json.field(to, "why", details.get("why").asText());
                    to.writeEndObject();
                }),
                "");
    }

    private static LiveEvent command(Fact fact) {
        var details = fact.details();
        return new LiveEvent(
                "command",
                Json.text(to -> {
                    to.writeStartObject();
                    Json.field(to, "id", details.get("id").asText());
                    to.writeBooleanField("ok", details.get("ok").asText().equals("true"));
                    Json.field(to, "message", details.get("message").asText());
                    to.writeEndObject();
                }),
                details.get("by").asText());
    }

    private static String state(String recorded) {
        String name = recorded.toUpperCase(Locale.ROOT);
        for (var state : OutboxRow.State.values()) {
            if (state.name().equals(name)) {
                return MessageJson.state(state);
            }
        }
        return recorded;
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
