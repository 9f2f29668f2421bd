package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Address;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where something was said, and where the answer goes. As the thread of an address it is {@code chat[#topic][@connection]}; the
 * plain private chat of a person needs no thread, for it has the person's id.
 *
 * @param topic the forum topic, or the thread in a private chat that has some
 * @param business the business connection through which the owner's chat is seen
 */
record Place(long chat, OptionalLong topic, Optional<String> business) {

    /** Where a message stands; empty when it names no chat. */
    static Optional<Place> of(JsonNode message) {
        var chat = Json.number(message.path("chat").path("id"));
        if (chat.isEmpty()) {
            return Optional.empty();
        }
        // A plain reply in a group has a thread, too, but nobody can write into that.
        var topic = message.path("is_topic_message").asBoolean()
                ? Json.number(message.path("message_thread_id"))
                : OptionalLong.empty();
        return Optional.of(new Place(chat.getAsLong(), topic, connection(message)));
    }

    /** Where answers to an address go; empty when it is no address of Telegram. */
    static Optional<Place> of(Address to) {
        var thread = to.thread().isEmpty() ? to.identity() : to.thread();
        int at = thread.indexOf('@');
        var before = at < 0 ? thread : thread.substring(0, at);
        int hash = before.indexOf('#');
        var chat = number(hash < 0 ? before : before.substring(0, hash));
        var topic = hash < 0 ? OptionalLong.empty() : number(before.substring(hash + 1));
        if (chat.isEmpty() || hash >= 0 && topic.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(chat.getAsLong(), topic, at < 0 ? Optional.empty() : Optional.of(thread.substring(at + 1))));
    }

    /** A connection that does not fit into a thread is none. */
    private static Optional<String> connection(JsonNode message) {
        return Json.text(message.path("business_connection_id"))
                .filter(id -> id.length() <= 100 && id.indexOf('#') < 0 && id.indexOf('@') < 0 && id.indexOf(':') < 0);
    }

    private static OptionalLong number(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException other) {
            return OptionalLong.empty();
        }
    }

    boolean isGroup() {
        return chat < 0;
    }

    Place at(long otherChat) {
        return new Place(otherChat, topic, business);
    }

    Place withoutTopic() {
        return new Place(chat, OptionalLong.empty(), business);
    }

    /** In which the ids of messages count: the owner's chats and the bot's count on their own. */
    String counting() {
        return chat + business.map(id -> "@" + id).orElse("");
    }

    /** The thread of an address; empty for the private chat of this person. */
    String thread(long person) {
        return chat == person && topic.isEmpty() && business.isEmpty() ? "" : toString();
    }

    @Override
    public String toString() {
        return chat
                + (topic.isPresent() ? "#" + topic.getAsLong() : "")
                + business.map(id -> "@" + id).orElse("");
    }
}
