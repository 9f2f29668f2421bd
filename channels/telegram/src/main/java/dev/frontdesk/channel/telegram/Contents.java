package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message says. Telegram puts each kind under a key of its own, so a kind that is new next year is one more key: it is shown
 * by that name. Safe for use by many threads.
 */
final class Contents {

    private interface Kind {
        /** Empty when it lacks what it needs; then it is shown by its name. */
        Optional<Content> read(JsonNode value, JsonNode message);
    }

    private record Named(String key, Kind kind) {}

    private final Files files;
    /** The first that a message has counts, since some come in pairs. */
    private final List<Named> kinds;

    Contents(Files files) {
        this.files = files;
        kinds = kinds();
    }

    /** Empty for what Telegram itself wrote. */
    Optional<Content> of(JsonNode message) {
        if (message.path("text").isTextual()) {
            return Optional.of(Content.text(message.path("text").textValue()));
        }
        for (var named : kinds) {
            var value = message.path(named.key());
            if (!value.isMissingNode()) {
                var read = named.kind().read(value, message);
                return read.isPresent() ? read : shown(named.key(), "", message);
            }
        }
        return Vocabulary.service(message).isEmpty() ? shown(unknown(message), "", message) : Optional.empty();
    }

    private static String unknown(JsonNode message) {
        return message.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !Vocabulary.AROUND.contains(key) && key.length() <= 64)
                .findFirst()
                .orElse("message");
    }

    private List<Named> kinds() {
        return List.of(
                new Named("animation", file(Content.ANIMATION, "video/mp4")),
                new Named("live_photo", file(Content.VIDEO, "video/mp4")),
                new Named("photo", this::photo),
                new Named("video", file(Content.VIDEO, "video/mp4")),
                new Named("video_note", file(Content.ANIMATION, "video/mp4")),
                new Named("voice", file(Content.VOICE, "audio/ogg")),
                new Named("audio", this::audio),
                new Named("document", file(Content.DOCUMENT, "")),
                new Named("sticker", this::sticker),
                new Named("contact", Contents::card),
                new Named("venue", Contents::venue),
                new Named("location", (place, _) -> location(place, "")),
                new Named("poll", (poll, message) -> shown("poll", poll(poll), message)),
                new Named("checklist", (list, message) -> shown("checklist", checklist(list), message)),
                about("dice", "emoji", "value"),
                about("game", "title", "description"),
                new Named("story", (_, message) -> shown("story", "", message)),
                new Named("paid_media", (_, message) -> shown("paid_media", "", message)),
                about("web_app_data", "data"),
                about("invoice", "title", "description"),
                about("successful_payment", "total_amount", "currency"),
                new Named("rich_message", (rich, _) -> RichText.of(rich).map(Content::text)));
    }

    private Kind file(String kind, String type) {
        return (file, message) ->
                media(kind, file, "", type, message.path("caption").asText());
    }

    private Optional<Content> photo(JsonNode sizes, JsonNode message) {
        return media(
                Content.IMAGE,
                Files.largest(sizes),
                "",
                "image/jpeg",
                message.path("caption").asText());
    }

    private Optional<Content> audio(JsonNode audio, JsonNode message) {
        return media(
                Content.AUDIO,
                audio,
                join(" – ", audio, "performer", "title"),
                "audio/mpeg",
                message.path("caption").asText());
    }

    private Optional<Content> sticker(JsonNode sticker, JsonNode message) {
        var type = sticker.path("is_animated").asBoolean()
                ? "application/x-tgsticker"
                : sticker.path("is_video").asBoolean() ? "video/webm" : "image/webp";
        return media(Content.STICKER, sticker, "", type, sticker.path("emoji").asText());
    }

    private Optional<Content> media(String kind, JsonNode value, String name, String type, String caption) {
        return files.of(value, name, type).map(file -> new Content.Media(kind, file, caption));
    }

    private static Optional<Content> card(JsonNode card, JsonNode message) {
        var name = join(" ", card, "first_name", "last_name");
        var phones = Json.text(card.path("phone_number")).stream().toList();
        return name.isEmpty() && phones.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Content.Card(name, phones, join(" ", card, "first_name", "last_name", "phone_number")));
    }

    private static Optional<Content> venue(JsonNode venue, JsonNode message) {
        return location(venue.path("location"), join(", ", venue, "title", "address"));
    }

    private static Optional<Content> location(JsonNode place, String name) {
        double latitude = place.path("latitude").asDouble(Double.NaN);
        double longitude = place.path("longitude").asDouble(Double.NaN);
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new Content.Location(latitude, longitude, name))
                : Optional.empty();
    }

    private static String poll(JsonNode poll) {
        return lines(poll.path("question").asText(), poll.path("options"));
    }

    private static String checklist(JsonNode list) {
        return lines(list.path("title").asText(), list.path("tasks"));
    }

    private static String lines(String title, JsonNode entries) {
        return entries.valueStream()
                .map(entry -> "– " + entry.path("text").asText())
                .collect(Collectors.joining("\n", title + (entries.isEmpty() ? "" : "\n"), ""));
    }

    private static Named about(String key, String... fields) {
        return new Named(key, (value, message) -> shown(key, join(" ", value, fields), message));
    }

    private static Optional<Content> shown(String kind, String about, JsonNode message) {
        var caption = message.path("caption").asText();
        var text = about.isEmpty() || caption.isEmpty() ? about + caption : about + "\n" + caption;
        return Optional.of(new Content.Unsupported(kind, text));
    }

    private static String join(String between, JsonNode of, String... keys) {
        var text = new StringBuilder();
        for (var key : keys) {
            var value = of.path(key).asText();
            text.append(text.isEmpty() || value.isEmpty() ? "" : between).append(value);
        }
        return text.toString();
    }
}
