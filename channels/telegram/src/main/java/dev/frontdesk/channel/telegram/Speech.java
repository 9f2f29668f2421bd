package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.channel.telegram.Senders.Sender;
import java.nio.charset.StandardCharsets;

/** What somebody says: a message, or a pressed button. */
final class Speech {

    private static final int MOST_DATA_BYTES = 64;

    private final Keys keys;
    private final Senders senders;
    private final Contents contents;
    private final Remarks remarks;
    private final Particulars particulars;

    Speech(Keys keys, Senders senders, Contents contents, Remarks remarks) {
        this.keys = keys;
        this.senders = senders;
        this.contents = contents;
        this.remarks = remarks;
        particulars = new Particulars(keys);
    }

    Inbound message(String kind, JsonNode message, Raw raw) {
        var sender = senders.of(message, message.path("from"));
        var id = Json.number(message.path("message_id"));
        if (sender.isEmpty() || id.isEmpty()) {
            var service = Vocabulary.service(message);
            return remarks.elsewhere(service.isEmpty() ? kind : service, message, raw);
        }
        var content = contents.of(message);
        if (content.isEmpty()) {
            return remarks.notice(Vocabulary.service(message), message, raw);
        }
        var key = keys.message(sender.get().place(), id.getAsLong());
        return switch (sender.get().side()) {
            case CONTACT ->
                new Inbound.Message(
                        key,
                        sender.get().contact(),
                        content.get(),
                        particulars.of(message, sender.get().place()),
                        raw);
            case OWNER -> new Inbound.Echo(key, sender.get().contact(), content.get(), raw);
            case OURS -> remarks.notice("own_message", message, raw);
        };
    }

    Inbound press(JsonNode press, Raw raw) {
        var message = press.path("message");
        var sender = senders.of(message, press.path("from"));
        var id = Json.text(press.path("id"));
        if (id.isPresent() && message.isMissingNode()) {
            return remarks.notice("callback_query", press, raw);
        }
        if (sender.isEmpty() || id.isEmpty()) {
            return remarks.elsewhere("callback_query", press, raw);
        }
        var data = Json.text(press.path("data"));
        Content content = data.isEmpty()
                ? new Content.Unsupported("game", press.path("game_short_name").asText("game"))
                : picked(data.get(), message);
        Sender by = sender.get();
        return by.side() == Senders.Side.CONTACT
                ? new Inbound.Message(
                        keys.press(id.get()), by.contact(), content, particulars.ofPress(press, by.place()), raw)
                : remarks.notice("callback_query", press, raw);
    }

    /** A press nobody waits for counts as its label. */
    private static Content picked(String data, JsonNode message) {
        if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
            return Content.text(data);
        }
        for (var row : message.path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("callback_data").asText().equals(data)) {
                    return new Content.Picked(data, button.path("text").asText());
                }
            }
        }
        return new Content.Picked(data, data);
    }
}
