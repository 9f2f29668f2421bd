package dev.frontdesk.web.view;

import static dev.frontdesk.web.http.Json.field;
import static dev.frontdesk.web.http.Json.id;
import static dev.frontdesk.web.http.Json.time;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.port.InboxReads;
import java.io.IOException;
import java.util.Locale;

/** {@code Row}: a conversation in the list. */
public final class RowJson {
    private RowJson() {}

    public static void write(JsonGenerator to, InboxReads.Row row) throws IOException {
        var conversation = row.conversation();
        var activity = conversation.activity();
        var closed = conversation.closed();
        to.writeStartObject();
        id(to, "id", conversation.id());
        to.writeObjectFieldStart("contact");
        id(to, "id", conversation.contact());
        to.writeStringField("name", row.contactName());
        to.writeEndObject();
        to.writeStringField("channel", conversation.reach().channel());
        to.writeStringField("status", conversation.open() ? "open" : "closed");
        to.writeStringField("handler", handler(conversation));
        field(to, "team", conversation.handling().team());
        field(to, "assignee", conversation.handling().assignee());
        field(to, "source", conversation.opened().source());
        field(to, "category", closed == null ? "" : closed.category());
        to.writeObjectFieldStart("preview");
        to.writeStringField("author", activity.lastAuthor().toLowerCase(Locale.ROOT));
        to.writeStringField("text", activity.preview());
        to.writeEndObject();
        time(to, "lastAt", activity.lastAt());
        time(to, "openedAt", conversation.opened().at());
        time(to, "closedAt", closed == null ? 0 : closed.at());
        time(to, "waitingSince", activity.waitingSince());
        time(to, "heardAt", conversation.reach().at());
        field(to, "unreachable", row.unreachable());
        to.writeEndObject();
    }

    private static String handler(Conversation conversation) {
        return switch (conversation.handling().handler()) {
            case Handler.Bot _ -> "bot";
            case Handler.Queue _ -> "queue";
            case Handler.Agent _ -> "agent";
            case Handler.None _ -> "none";
        };
    }
}
