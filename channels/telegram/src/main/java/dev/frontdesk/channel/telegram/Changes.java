package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to what was said, and to who can be reached. None of it opens anything. */
final class Changes {

    private static final Set<String> GONE = Set.of("kicked", "left");
    /** A reaction that has no character of its own. */
    private static final String CUSTOM = "✨";

    private static final String PAID = "⭐";
    private static final int MOST_REMOVED = 1_000;

    private final Keys keys;
    private final Senders senders;
    private final Contents contents;
    private final Remarks remarks;

    Changes(Keys keys, Senders senders, Contents contents, Remarks remarks) {
        this.keys = keys;
        this.senders = senders;
        this.contents = contents;
        this.remarks = remarks;
    }

    /** A moving location comes as edits, too. */
    Inbound edit(String kind, JsonNode message, Raw raw) {
        var sender = senders.of(message, message.path("from"));
        var id = Json.number(message.path("message_id"));
        if (sender.isEmpty() || id.isEmpty()) {
            return remarks.elsewhere(kind, message, raw);
        }
        var content = contents.of(message);
        if (content.isEmpty() || sender.get().side() == Senders.Side.OURS) {
            return remarks.notice(kind, message, raw);
        }
        var place = sender.get().place();
        return new Inbound.Edit(
                keys.about("edit", place, id.getAsLong(), raw),
                keys.message(place, id.getAsLong()),
                sender.get().contact(),
                content.get(),
                Particulars.time(message.path("edit_date")),
                raw);
    }

    /** Of a private chat, only a business account is told. */
    List<Inbound> removed(JsonNode removal, Raw raw) {
        var sender = senders.of(removal, removal.path("from"));
        var messages = removal.path("message_ids");
        if (sender.isEmpty() || !messages.isArray() || messages.isEmpty() || messages.size() > MOST_REMOVED) {
            return List.of(remarks.elsewhere("deleted_business_messages", removal, raw));
        }
        var place = sender.get().place();
        var removed = new ArrayList<Inbound>();
        for (var message : messages) {
            var id = Json.number(message);
            if (id.isPresent()) {
                removed.add(new Inbound.Removed(
                        keys.removed(place, id.getAsLong()),
                        keys.message(place, id.getAsLong()),
                        sender.get().contact(),
                        raw));
            }
        }
        return removed.isEmpty() ? List.of(remarks.notice("deleted_business_messages", removal, raw)) : removed;
    }

    Inbound reaction(JsonNode reaction, Raw raw) {
        var sender = senders.of(reaction, reaction.path("user"));
        var id = Json.number(reaction.path("message_id"));
        if (sender.isEmpty() || id.isEmpty()) {
            return remarks.elsewhere("message_reaction", reaction, raw);
        }
        if (!reaction.has("user")) {
            return remarks.notice("message_reaction", reaction, raw);
        }
        var place = sender.get().place();
        var emoji =
                reaction.path("new_reaction").valueStream().map(Changes::glyph).collect(Collectors.joining());
        return new Inbound.Reaction(
                keys.about("reaction", place, id.getAsLong(), raw),
                keys.message(place, id.getAsLong()),
                sender.get().contact(),
                emoji,
                Particulars.time(reaction.path("date")),
                raw);
    }

    private static String glyph(JsonNode reaction) {
        return switch (reaction.path("type").asText()) {
            case "emoji" -> reaction.path("emoji").asText();
            case "paid" -> PAID;
            default -> CUSTOM;
        };
    }

    /** Into a group the bot is taken, and out of it; in a private chat it is blocked, and let in again. */
    Inbound reach(JsonNode change, Raw raw) {
        var sender = senders.of(change, change.path("from"));
        var status = change.path("new_chat_member").path("status").asText();
        if (sender.isEmpty()) {
            return remarks.elsewhere("my_chat_member", change, raw);
        }
        if (sender.get().place().isGroup() || status.isEmpty()) {
            return remarks.notice("my_chat_member", change, raw);
        }
        boolean gone = GONE.contains(status);
        return new Inbound.Reach(
                keys.of("reach", raw),
                sender.get().contact(),
                !gone,
                gone ? "blocked the bot" : "lets the bot write",
                raw);
    }
}
