package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import java.util.Optional;

/**
 * Who says something to whom. A person in a private chat is their Telegram id, also where they write to the owner of a connected
 * business account. In a group that is answered a person is one of that group, {@code group/person}: what is said to them in
 * private must never be answered before others. Safe for use by many threads.
 */
record Senders(String bot, Groups groups) {

    /** Whose words they are. */
    enum Side {
        CONTACT,
        /** The owner of a business account wrote to the contact. */
        OWNER,
        /** This bot wrote for the owner, and knows that. */
        OURS
    }

    /** @param contact the person outside, whoever wrote */
    record Sender(Address contact, Place place, Side side) {}

    /** Nobody for a channel, a group that is not answered, another bot. */
    Optional<Sender> of(JsonNode message, JsonNode from) {
        var place = Place.of(message);
        if (place.isEmpty() || from.path("is_bot").asBoolean() && !isForOwner(place.get(), from)) {
            return Optional.empty();
        }
        return switch (message.path("chat").path("type").asText()) {
            case "private" ->
                Optional.of(
                        place.get().business().isPresent()
                                ? inBusiness(message, from, place.get())
                                : privately(from, place.get()));
            case "group", "supergroup" -> inGroup(message, from, place.get());
            default -> Optional.empty();
        };
    }

    /** In the chats of a business account a bot may write as the owner. */
    private static boolean isForOwner(Place place, JsonNode from) {
        return place.business().isPresent() && Json.number(from.path("id")).orElse(place.chat()) != place.chat();
    }

    private static Sender privately(JsonNode from, Place place) {
        long person = Json.number(from.path("id")).orElse(place.chat());
        return new Sender(new Address(Long.toString(person), place.thread(person)), place, Side.CONTACT);
    }

    /** The chat is named after the person outside; the owner is the other one. */
    private Sender inBusiness(JsonNode message, JsonNode from, Place place) {
        var contact = new Address(Long.toString(place.chat()), place.toString());
        long writer = Json.number(from.path("id")).orElse(place.chat());
        if (writer == place.chat()) {
            return new Sender(contact, place, Side.CONTACT);
        }
        boolean ours = message.path("sender_business_bot").path("id").asText().equals(bot);
        return new Sender(contact, place, ours ? Side.OURS : Side.OWNER);
    }

    /** Who writes in the name of a group or channel is nobody one could answer. */
    private Optional<Sender> inGroup(JsonNode message, JsonNode from, Place place) {
        var person = Json.number(from.path("id"));
        return groups == Groups.IGNORE || person.isEmpty() || message.has("sender_chat")
                ? Optional.empty()
                : Optional.of(new Sender(
                        new Address(place.chat() + "/" + person.getAsLong(), place.toString()), place, Side.CONTACT));
    }
}
