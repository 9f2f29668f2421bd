package dev.frontdesk.web.view;

import static dev.frontdesk.web.http.Json.id;
import static dev.frontdesk.web.http.Json.texts;
import static dev.frontdesk.web.http.Json.time;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.MessageChange.Kind;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** What became of a message: in {@code Message}, or as an {@code Event} of its own where the message is not here. */
public final class ChangesJson {
    private ChangesJson() {}

    /** What the message says by now. */
    static Content now(InboxReads.Line line) {
        Content now = line.message().content();
        for (var change : line.changes()) {
            if (change.content() != null) {
                now = change.content();
            }
        }
        return now;
    }

    static void write(JsonGenerator to, InboxReads.Line line) throws IOException {
        if (line.changes().isEmpty()) {
            return;
        }
        writeEarlier(to, line);
        for (var change : line.changes()) {
            if (change.kind() == Kind.REMOVED) {
                time(to, "removed", change.madeAt());
                break;
            }
        }
        var reactions = new LinkedHashMap<String, String>();
        for (var change : line.changes()) {
            if (change.kind() == Kind.REACTION) {
                reactions.put(change.author(), change.emoji());
            }
        }
        reactions.values().removeIf(String::isEmpty);
        if (!reactions.isEmpty()) {
            texts(to, "reactions", reactions.values());
        }
        texts(
                to,
                "changes",
                line.changes().stream().map(it -> Long.toString(it.ord())).toList());
    }

    /** What it said before, oldest first. */
    private static void writeEarlier(JsonGenerator to, InboxReads.Line line) throws IOException {
        var edits = line.changes().stream()
                .filter(change -> change.kind() == Kind.EDIT)
                .toList();
        if (edits.isEmpty()) {
            return;
        }
        time(to, "editedAt", edits.getLast().madeAt());
        to.writeArrayFieldStart("earlier");
        writeVersion(to, line.message().content(), line.message().at());
        for (var edit : edits.subList(0, edits.size() - 1)) {
            writeVersion(to, edit.content(), edit.madeAt());
        }
        to.writeEndArray();
    }

    private static void writeVersion(JsonGenerator to, @org.jspecify.annotations.Nullable Content content, long at)
            throws IOException {
        to.writeStartObject();
        to.writeStringField("text", content == null ? "" : content.plainText());
        time(to, "at", at);
        to.writeEndObject();
    }

    /** An {@code Event}: a change of a message that is not here. */
    public static void writeStray(JsonGenerator to, MessageChange change) throws IOException {
        to.writeStartObject();
        id(to, "ord", change.ord());
        to.writeStringField("type", "stray-" + change.kind().name().toLowerCase(Locale.ROOT));
        time(to, "at", change.at());
        Json.field(
                to,
                "text",
                change.content() == null ? change.emoji() : change.content().plainText());
        to.writeEndObject();
    }

    public static void writeStrays(JsonGenerator to, List<MessageChange> changes) throws IOException {
        for (var change : changes) {
            writeStray(to, change);
        }
    }
}
