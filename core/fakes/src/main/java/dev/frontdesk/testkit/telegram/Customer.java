package dev.frontdesk.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a Telegram app, in one of their chats: what they do there becomes updates of the bot. Immutable, and safe for use by
 * many threads.
 *
 * <pre>{@code
 * var ann = telegram.customer(4711, "Ann");
 * var photo = ann.sends("photo", jpeg, "", "image/jpeg", "It broke");
 * ann.reacts(photo.message(), "👍");
 * ann.inGroup(-100_555, "Neighbours").writes("Is anybody there?");
 * }</pre>
 */
public final class Customer {

    /** What became of it: the id of the message it is or is about, and of the update. */
    public record Done(long message, long update) {}

    private record Scene(ObjectNode chat, ObjectNode around, boolean business) {}

    private final FakeTelegram telegram;
    private final People.Person person;
    private final Scene scene;

    Customer(FakeTelegram telegram, People.Person person) {
        this(telegram, person, new Scene(People.chat(person), Json.object(), false));
    }

    private Customer(FakeTelegram telegram, People.Person person, Scene scene) {
        this.telegram = telegram;
        this.person = person;
        this.scene = scene;
    }

    /** Their Telegram id, and that of their private chat. */
    public long id() {
        return person.id();
    }

    /** The same person in a topic of this chat. */
    public Customer inTopic(long topic) {
        var around = scene.around().deepCopy().put("message_thread_id", topic).put("is_topic_message", true);
        return new Customer(telegram, person, new Scene(scene.chat(), around, scene.business()));
    }

    /** The same person in a group that the bot is in; the id of a group is below zero. */
    public Customer inGroup(long group, String title) {
        var chat = People.chat(telegram.people().group(group, title));
        return new Customer(telegram, person, new Scene(chat, Json.object(), false));
    }

    /** The same person in the chat with the owner of a business account, see {@link FakeTelegram#connect}. */
    public Customer atBusiness(String connection) {
        var around = Json.object().put("business_connection_id", connection);
        return new Customer(telegram, person, new Scene(People.chat(person), around, true));
    }

    /** Writes a text. */
    public Done writes(String text) {
        return says(Json.object().put("text", text));
    }

    /** Writes a text in answer to a message of this chat. */
    public Done replies(long message, String text) {
        var fields = Json.object().put("text", text);
        fields.putObject("reply_to_message")
                .put("message_id", message)
                .put("date", 1)
                .set("chat", scene.chat());
        return says(fields);
    }

    /** Sends a file as {@code photo}, {@code video}, {@code voice}, {@code document}, {@code sticker}, …. */
    public Done sends(String kind, byte[] bytes, String name, String type, String caption) {
        var fields = file(kind, telegram.files().add(name, type, bytes.length, bytes));
        if (!caption.isEmpty()) {
            fields.put("caption", caption);
        }
        return says(fields);
    }

    /** Sends photos as one. */
    public List<Done> sendsAlbum(List<byte[]> photos) {
        var group = "13" + telegram.nextId();
        var sent = new ArrayList<Done>();
        for (var photo : photos) {
            sent.add(says(file("photo", telegram.files().add("", "image/jpeg", photo.length, photo))
                    .put("media_group_id", group)));
        }
        return sent;
    }

    static ObjectNode file(String kind, FileStore.Kept kept) {
        var file = Sends.described(kept).put("width", 800).put("height", 600).put("duration", 3);
        if (!kept.name().isEmpty()) {
            file.put("file_name", kept.name());
        }
        if (kind.equals("photo")) {
            var small = Sends.described(kept)
                    .put("file_id", "small-" + kept.id())
                    .put("width", 80)
                    .put("height", 60);
            return Json.object()
                    .<ObjectNode>set("photo", Json.array().add(small).add(file));
        }
        return Json.object().<ObjectNode>set(kind, file.put("mime_type", kept.type()));
    }

    /** Shows where they are. */
    public Done shares(double latitude, double longitude) {
        return says(Json.object().<ObjectNode>set("location", place(latitude, longitude)));
    }

    /** Has moved since they shared their live location in this message. */
    public Done moves(long message, double latitude, double longitude) {
        return edits(message, Json.object().<ObjectNode>set("location", place(latitude, longitude)));
    }

    private static ObjectNode place(double latitude, double longitude) {
        return Json.object().put("latitude", latitude).put("longitude", longitude);
    }

    /** Sends a contact card; their own has their id on it. */
    public Done gives(String phone, String name, long cardOf) {
        var fields = Json.object();
        fields.putObject("contact")
                .put("phone_number", phone)
                .put("first_name", name)
                .put("user_id", cardOf);
        return says(fields);
    }

    /** Sends a message that consists of these fields, as in {@code {"dice":{…}}}; the usual ones are added. */
    public Done says(JsonNode fields) {
        long id = telegram.nextId();
        return new Done(
                id, tell(scene.business() ? "business_message" : "message", message(id, People.user(person), fields)));
    }

    /** Changes the text of a message. */
    public Done edits(long message, String text) {
        return edits(message, Json.object().put("text", text));
    }

    private Done edits(long message, ObjectNode fields) {
        fields.put("edit_date", telegram.now());
        var edited = message(message, People.user(person), fields);
        return new Done(message, tell(scene.business() ? "edited_business_message" : "edited_message", edited));
    }

    /** Puts these reactions below a message, in place of those before. */
    public Done reacts(long message, String... emoji) {
        var reaction = Json.object().put("message_id", message).put("date", telegram.now());
        reaction.set("chat", scene.chat());
        reaction.set("user", People.user(person));
        reaction.putArray("old_reaction");
        var now = reaction.putArray("new_reaction");
        for (var one : emoji) {
            now.addObject().put("type", "emoji").put("emoji", one);
        }
        return new Done(message, tell("message_reaction", reaction));
    }

    /** Presses a button below a message. */
    public Done presses(long message, String data) {
        return new Done(message, telegram.press(person, message(message, BotApi.me(), Json.object()), data));
    }

    /** Takes back messages in a chat with the owner of a business account. */
    public Done deletes(long... messages) {
        var removal = scene.around().deepCopy();
        removal.set("chat", scene.chat());
        ArrayNode ids = removal.putArray("message_ids");
        for (long message : messages) {
            ids.add(message);
        }
        return new Done(messages[0], tell("deleted_business_messages", removal));
    }

    /** The owner of the business account writes to this person from their own app. */
    public Done ownerWrites(String text) {
        var connection = telegram.people()
                .connection(scene.around().path("business_connection_id").asText())
                .orElseThrow(() -> new IllegalStateException("connect() comes first"));
        long id = telegram.nextId();
        var owner = People.user(connection.owner(), connection.name());
        return new Done(
                id, tell("business_message", message(id, owner, Json.object().put("text", text))));
    }

    private ObjectNode message(long id, ObjectNode from, JsonNode fields) {
        var message = Json.object().put("message_id", id);
        message.set("from", from);
        message.set("chat", scene.chat());
        message.put("date", telegram.now());
        scene.around().properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        fields.properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        return message;
    }

    private long tell(String kind, ObjectNode payload) {
        return telegram.enqueue(scene.chat().path("id").asLong(), kind, payload);
    }
}
