package dev.frontdesk.web.view;

import static dev.frontdesk.web.http.Json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Letterhead;
import dev.frontdesk.engine.port.InboxReads;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a {@code Message} has as a letter, and who else is in its thread. */
public final class LetterJson {
    private LetterJson() {}

    static void write(JsonGenerator to, Letterhead head, Content content) throws IOException {
        field(to, "subject", head.subject());
        field(to, "automatic", head.automatic());
        if (head.byAnother()) {
            to.writeObjectFieldStart("writer");
            to.writeStringField("identity", head.writer());
            field(to, "name", head.writerName());
            to.writeEndObject();
        }
        if (head.check().isPresent()) {
            var check = head.check().get();
            to.writeObjectFieldStart("sender");
            to.writeStringField("finding", check.finding().name().toLowerCase(Locale.ROOT));
            field(to, "by", check.by());
            to.writeEndObject();
        }
        if (content instanceof Content.Rich letter) {
            field(to, "original", letter.original());
            if (!letter.html().isEmpty()) {
                to.writeBooleanField("html", true);
            }
        }
    }

    /** {@code participants}: nothing where there are none. */
    public static void write(JsonGenerator to, List<InboxReads.Member> members) throws IOException {
        if (members.isEmpty()) {
            return;
        }
        to.writeArrayFieldStart("participants");
        for (var member : members) {
            to.writeStartObject();
            to.writeStringField("channel", member.channel());
            to.writeStringField("identity", member.who().identity());
            field(to, "name", member.who().name());
            to.writeStringField("standing", member.who().standing().name().toLowerCase(Locale.ROOT));
            to.writeEndObject();
        }
        to.writeEndArray();
    }
}
