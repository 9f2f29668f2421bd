package dev.frontdesk.web.view;

import static dev.frontdesk.web.http.Json.field;
import static dev.frontdesk.web.http.Json.id;
import static dev.frontdesk.web.http.Json.texts;
import static dev.frontdesk.web.http.Json.time;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.InboxReads;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code Message}: one line of a thread. */
public final class MessageJson {
    /** What the engine puts before the id of the command a reply or note came from, in the message's key. */
    private static final String COMMAND = "agent:";

    private static final int QUOTED = 200;

    private MessageJson() {}

    /** @param conversation 0 when it is in none */
    public static void write(JsonGenerator to, InboxReads.Line line, long conversation) throws IOException {
        var message = line.message();
        to.writeStartObject();
        id(to, "id", message.id());
        id(to, "ord", message.ord());
        if (conversation != 0) {
            id(to, "conversation", conversation);
        }
        to.writeStringField("direction", message.direction().name().toLowerCase(Locale.ROOT));
        to.writeStringField("author", message.author().name().toLowerCase(Locale.ROOT));
        field(to, "agent", message.agent());
        var content = ChangesJson.now(line);
        to.writeStringField("text", content.plainText());
        to.writeStringField("kind", content.kind());
        if (content instanceof Content.Choice choice) {
            texts(
                    to,
                    "options",
                    choice.options().stream().map(Content.Option::label).toList());
        }
        LetterJson.write(to, message.head(), content);
        FilesJson.write(to, content, line.files());
        time(to, "at", message.at());
        var state = line.state();
        if (state != null) {
            to.writeStringField("state", state(state));
        }
        field(to, "why", line.why());
        field(to, "command", command(message.dedupe()));
        field(to, "channel", message.channel());
        if (!line.key().isEmpty()) {
            to.writeBooleanField("answerable", true);
        }
        if (!message.replyTo().isEmpty()) {
            writeQuoted(to, line.quoted());
        }
        ChangesJson.write(to, line);
        to.writeEndObject();
    }

    /** Empty where what it answers is not here. */
    private static void writeQuoted(JsonGenerator to, @Nullable Message quoted) throws IOException {
        to.writeObjectFieldStart("replyTo");
        if (quoted != null) {
            id(to, "id", quoted.id());
            to.writeStringField("author", quoted.author().name().toLowerCase(Locale.ROOT));
            field(to, "agent", quoted.agent());
            to.writeStringField("kind", quoted.content().kind());
            field(to, "text", shortened(quoted.content().plainText()));
        }
        to.writeEndObject();
    }

    private static String shortened(String text) {
        int end = Math.min(text.length(), QUOTED);
        boolean inside = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, inside ? end - 1 : end);
    }

    /**
     * What was dropped was not sent and will not be: to a reader it failed, and the reason says why. What may have been sent is
     * still under way as long as something is done about it.
     */
    public static String state(OutboxRow.State state) {
        return switch (state) {
            case READY -> "queued";
            case SENDING, UNKNOWN -> "sending";
            case SENT -> "sent";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case FAILED, DROPPED -> "failed";
            case UNSURE -> "unknown";
        };
    }

    /** The id between the prefix and the count of a part, if any: {@code agent:<id>} or {@code agent:<id>:<n>}. */
    private static String command(@Nullable String key) {
        if (key == null || !key.startsWith(COMMAND)) {
            return "";
        }
        int part = key.indexOf(':', COMMAND.length());
        return part < 0 ? key.substring(COMMAND.length()) : key.substring(COMMAND.length(), part);
    }
}
