package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Makes things as the description of the Bot API has them; the same seed makes the same. */
final class UpdateMaker {
    private static final int DEEPEST = 7;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS = List.of(
            "a",
            "",
            "Where is my order?",
            "🙂👩‍👩‍👧‍👦",
            "\u202eabc",
            "a\u0000b",
            "\ud83d",
            "<b>x</b>",
            "/start x",
            "x".repeat(300));
    private static final List<String> CHATS = List.of("private", "group", "supergroup", "channel");

    private final JsonNode types;
    private final Random random;

    UpdateMaker(JsonNode spec, long seed) {
        types = spec.path("types");
        random = new Random(seed);
    }

    /** An update of this kind. */
    ObjectNode update(String kind) {
        var update = JSON.objectNode().put("update_id", random.nextInt(Integer.MAX_VALUE));
        update.set(kind, field("Update", kind, 0));
        return update;
    }

    /** A message with this field, in any chat. */
    ObjectNode message(String kind, String field) {
        var message = (ObjectNode) make("Message", 0);
        message.set(field, field("Message", field, 0));
        var update = JSON.objectNode().put("update_id", random.nextInt(Integer.MAX_VALUE));
        update.set(kind, message);
        return update;
    }

    /** A message with nothing but this field, from a person in their own chat. */
    ObjectNode privately(String field) {
        var message = JSON.objectNode();
        message.set(field, field("Message", field, 0));
        message.put("message_id", 9).put("date", 1_772_442_000);
        message.putObject("from").put("id", 7_000_000_001L).put("first_name", "Ann");
        message.putObject("chat").put("id", 7_000_000_001L).put("type", "private");
        var update = JSON.objectNode().put("update_id", 5);
        update.set("message", message);
        return update;
    }

    private JsonNode field(String type, String name, int depth) {
        for (var field : types.path(type).path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return value(field, depth);
            }
        }
        throw new IllegalArgumentException(type + " has no " + name);
    }

    private JsonNode value(JsonNode field, int depth) {
        var said = field.path("description").asText();
        int always = said.indexOf("always “");
        if (always >= 0) {
            return JSON.textNode(said.substring(always + 8, said.indexOf('”', always)));
        }
        if (field.path("name").asText().equals("id")
                && field.at("/types/0").asText().equals("String")) {
            return JSON.textNode("id-" + random.nextInt(1_000_000));
        }
        if (field.path("name").asText().startsWith("file_")
                && field.path("name").asText().endsWith("id")) {
            return JSON.textNode("AgACAgIAAxk-" + random.nextInt(1_000_000));
        }
        var possible = field.path("types");
        return make(possible.path(random.nextInt(possible.size())).asText(), depth + 1);
    }

    private JsonNode make(String type, int depth) {
        if (type.startsWith("Array of ")) {
            var array = JSON.arrayNode();
            for (int i = depth > DEEPEST ? 3 : random.nextInt(3); i < 3; i++) {
                array.add(make(type.substring("Array of ".length()), depth + 1));
            }
            return array;
        }
        return switch (type) {
            case "Integer" -> JSON.numberNode(random.nextLong(1, 9_000_000_000L));
            case "Float" -> JSON.numberNode(random.nextDouble(-90, 90));
            case "Boolean" -> JSON.booleanNode(random.nextBoolean());
            case "String" -> JSON.textNode(WORDS.get(random.nextInt(WORDS.size())));
            default -> object(type, depth);
        };
    }

    private JsonNode object(String type, int depth) {
        var subtypes = types.path(type).path("subtypes");
        if (!subtypes.isEmpty()) {
            int last = depth > DEEPEST ? 1 : subtypes.size();
            return make(subtypes.path(random.nextInt(last)).asText(), depth + 1);
        }
        var object = JSON.objectNode();
        for (var field : types.path(type).path("fields")) {
            boolean wanted = field.path("required").asBoolean();
            if (wanted || depth < DEEPEST && random.nextInt(4 + 2 * depth) == 0) {
                object.set(field.path("name").asText(), value(field, depth));
            }
        }
        if (type.equals("Chat")) {
            object.put("type", CHATS.get(random.nextInt(CHATS.size())));
        }
        return object;
    }
}
