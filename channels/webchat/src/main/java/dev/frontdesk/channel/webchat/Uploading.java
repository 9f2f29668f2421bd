package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Takes a file from a visitor as a message with one file. The body is the file, whatever its Content-Type says; what it is called
 * and what it says it is are hearsay. The id makes repeating it harmless, as with any other message.
 */
final class Uploading {

    /** A body is held in memory as a whole. */
    static final int MOST = 10_000_000;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TYPE = 100;

    private final Posting posting;
    private final Attachments attachments;

    Uploading(Posting posting, Attachments attachments) {
        this.posting = posting;
        this.attachments = attachments;
    }

    /** Keeps the file, stores the message and says so after the commit. */
    HttpReply post(String visitor, HttpCall call) throws Exception {
        var id = call.query("id").flatMap(Posting::uuid);
        var name = call.query("name").orElse("");
        if (id.isEmpty() || name.length() > LONGEST_NAME) {
            return Replies.error(
                    400, "bad-file", "Send ?id=<UUID>&name=<at most 255 characters>, and the file as the body.");
        }
        if (call.body().length == 0) {
            return Replies.error(400, "empty-file", "There is nothing in this file.");
        }
        var file = kept(name, call);
        var raw = new Raw(Json.bytes(Map.of("id", id.get(), "name", file.name(), "sha256", file.sha256())));
        return posting.accept(new Inbound.Message(
                visitor + ":" + id.get(),
                Address.of(visitor),
                new Content.Media(Picture.type(call.body()).isPresent() ? Content.IMAGE : Content.DOCUMENT, file, ""),
                Posting.details(call.query("as"), call.query("language")),
                raw));
    }

    private Content.Stored kept(String name, HttpCall call) throws IOException {
        var type = Picture.type(call.body())
                .or(() -> call.header("Content-Type").filter(said -> said.length() <= LONGEST_TYPE));
        try (var bytes = new ByteArrayInputStream(call.body())) {
            return attachments.put(name, type.orElse(""), bytes);
        }
    }
}
