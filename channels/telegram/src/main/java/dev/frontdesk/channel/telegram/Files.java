package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import java.util.Comparator;
import java.util.Optional;

/** The files of messages: how they are named to the core, and found again. Safe for use by many threads. */
record Files(String bot) {

    private static final int LONGEST_ID = 400;

    /** A file of a message; empty when it has no usable id. */
    Optional<Content.File> of(JsonNode file, String otherName, String otherType) {
        var id = Json.text(file.path("file_id")).filter(Files::fits);
        var unique = Json.text(file.path("file_unique_id")).filter(Files::fits);
        return id.map(found -> new Content.Remote(
                String.join(":", bot, unique.orElse(""), found),
                Optional.empty(),
                Json.text(file.path("file_name")).orElse(otherName),
                Json.text(file.path("mime_type")).orElse(otherType),
                Json.number(file.path("file_size")).orElse(-1)));
    }

    /** The largest of the sizes of a picture. */
    static JsonNode largest(JsonNode sizes) {
        return sizes.valueStream()
                .filter(size -> Json.text(size.path("file_id")).isPresent())
                .max(Comparator.comparingLong(Files::area))
                .orElse(sizes);
    }

    /** The id by which this bot may ask for the file; empty when it is another bot's. */
    Optional<String> id(Content.Remote file) {
        var parts = file.handle().split(":", 3);
        return parts.length == 3 && parts[0].equals(bot) && fits(parts[2]) ? Optional.of(parts[2]) : Optional.empty();
    }

    private static long area(JsonNode size) {
        return Math.max(0, size.path("width").asInt())
                * (long) Math.max(0, size.path("height").asInt());
    }

    private static boolean fits(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '_'
                                || c == '-');
    }
}
