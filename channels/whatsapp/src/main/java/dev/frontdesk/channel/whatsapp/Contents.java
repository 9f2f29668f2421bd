package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a message says, by its type. A type that is new next year is shown by its name. Safe for use by many threads. */
final class Contents {

    /** How long Meta keeps the files of people. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int MOST_TOKEN_BYTES = 64;
    private static final int LONGEST_HANDLE = 200;

    private Contents() {}

    /** @param sent from when Meta's time for files counts */
    static Content of(String type, JsonNode message, Instant sent) {
        var said = message.path(type);
        return switch (type) {
            case "text" ->
                said.path("body").isTextual()
                        ? Content.text(said.path("body").textValue())
                        : unsupported(type, message);
            case "image", "video", "document", "sticker" -> media(type, type, message, sent);
            case "audio" -> media(type, said.path("voice").asBoolean() ? Content.VOICE : Content.AUDIO, message, sent);
            case "voice" -> media(type, Content.VOICE, message, sent);
            case "location" -> location(message);
            case "contacts" -> cards(message);
            case "button" -> picked(said.path("payload"), said.path("text"), type, message);
            case "interactive" -> interactive(message);
            case "order" -> order(said);
            default -> unsupported(type, message);
        };
    }

    private static Content media(String type, String kind, JsonNode message, Instant sent) {
        var file = message.path(type);
        var id = Json.id(file.path("id")).filter(handle -> handle.length() <= LONGEST_HANDLE);
        if (id.isEmpty()) {
            return unsupported(type, message);
        }
        var remote = new Content.Remote(
                id.get(),
                Optional.of(sent.plus(KEPT)),
                file.path("filename").asText(),
                file.path("mime_type").asText(),
                Json.number(file.path("file_size")).orElse(-1));
        return new Content.Media(kind, remote, file.path("caption").asText());
    }

    private static Content location(JsonNode message) {
        var place = message.path("location");
        var latitude = degrees(place.path("latitude"), 90);
        var longitude = degrees(place.path("longitude"), 180);
        return latitude.isPresent() && longitude.isPresent()
                ? new Content.Location(latitude.get(), longitude.get(), joined(", ", place, "name", "address"))
                : unsupported("location", message);
    }

    private static Optional<Double> degrees(JsonNode number, int most) {
        double value = number.isNumber() ? number.doubleValue() : Double.NaN;
        return Math.abs(value) <= most ? Optional.of(value) : Optional.empty();
    }

    /** One card, even where several came: the text names them all. */
    private static Content cards(JsonNode message) {
        var cards = message.path("contacts");
        if (!cards.isArray() || cards.isEmpty()) {
            return unsupported("contacts", message);
        }
        var lines = new ArrayList<String>();
        for (var card : cards) {
            lines.add(join(" ", name(card), String.join(", ", phones(card))));
        }
        return new Content.Card(name(cards.get(0)), phones(cards.get(0)), String.join("\n", lines));
    }

    private static String name(JsonNode card) {
        var name = card.path("name");
        return Json.text(name.path("formatted_name")).orElseGet(() -> joined(" ", name, "first_name", "last_name"));
    }

    private static List<String> phones(JsonNode card) {
        var phones = new LinkedHashSet<String>();
        for (var phone : card.path("phones")) {
            Json.id(phone.path("phone")).or(() -> Json.id(phone.path("wa_id"))).ifPresent(phones::add);
        }
        return List.copyOf(phones);
    }

    private static Content interactive(JsonNode message) {
        var said = message.path("interactive");
        var type = said.path("type").asText();
        return switch (type) {
            case "button_reply", "list_reply" ->
                picked(said.path(type).path("id"), said.path(type).path("title"), type, message);
            case "nfm_reply" -> flow(said.path("nfm_reply"));
            default -> unsupported(type.isEmpty() ? "interactive" : type, message);
        };
    }

    /** What is too long to be a token of ours is just its text. */
    private static Content picked(JsonNode token, JsonNode label, String type, JsonNode message) {
        var id = Json.id(token).or(() -> Json.text(label));
        if (id.isEmpty()) {
            return unsupported(type, message);
        }
        var text = Json.text(label).orElse(id.get());
        return id.get().getBytes(UTF_8).length <= MOST_TOKEN_BYTES
                ? new Content.Picked(id.get(), text)
                : Content.text(text);
    }

    /** A filled-in form, a line for each field. */
    private static Content flow(JsonNode reply) {
        var text = flowFields(reply)
                .propertyStream()
                .map(field -> field.getKey() + ": "
                        + (field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString()))
                .collect(Collectors.joining("\n"));
        return Content.text(text.isEmpty() ? reply.path("body").asText() : text);
    }

    /** The fields of a filled-in form, without the mark of the flow itself. */
    static JsonNode flowFields(JsonNode reply) {
        var fields = Json.object(reply.path("response_json").asText()).orElseGet(Json::object);
        return fields.deepCopy() instanceof ObjectNode copy ? copy.without("flow_token") : fields;
    }

    private static Content order(JsonNode order) {
        var lines = new ArrayList<String>();
        Json.text(order.path("text")).ifPresent(lines::add);
        for (var item : order.path("product_items")) {
            lines.add(item.path("quantity").asText("1") + " × "
                    + item.path("product_retailer_id").asText()
                    + " (" + joined(" ", item, "item_price", "currency") + ")");
        }
        return lines.isEmpty() ? new Content.Unsupported("order", "") : Content.text(String.join("\n", lines));
    }

    /** What Meta itself could not pass on says so in its errors. */
    private static Content unsupported(String type, JsonNode message) {
        var what = Json.text(message.path("unsupported").path("type"))
                .filter(_ -> type.equals("unsupported"))
                .orElse(type);
        var caption = message.path(type).path("caption").asText();
        return new Content.Unsupported(what.length() > 64 ? what.substring(0, 64) : what, caption);
    }

    private static String joined(String between, JsonNode of, String... keys) {
        var parts = new ArrayList<String>();
        for (var key : keys) {
            parts.add(of.path(key).asText());
        }
        return join(between, parts.toArray(String[]::new));
    }

    private static String join(String between, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
