package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A content as a call of the Bot API.
 *
 * @param files what is sent along, each behind its name
 * @param otherwise what may be tried when Telegram does not take it like this
 */
record Form(String method, Map<String, Object> parameters, List<Part> files, Optional<Form> otherwise) {

    /** The kind of a round clip, which Frontdesk has no word for. */
    static final String VIDEO_NOTE = "video_note";

    record Part(String name, Content.Stored file) {}

    private record Way(String method, String name, boolean caption, Set<String> types) {
        boolean takes(Content.Stored file, String text) {
            int end = file.mediaType().indexOf(';');
            var type = (end < 0 ? file.mediaType() : file.mediaType().substring(0, end)).strip();
            return types.contains(type) && (caption || text.isEmpty());
        }
    }

    private static final Way DOCUMENT = new Way("sendDocument", "document", true, Set.of());
    private static final Map<String, Way> WAYS = Map.of(
            Content.IMAGE,
            new Way("sendPhoto", "photo", true, Set.of("image/jpeg", "image/png", "image/webp", "image/bmp")),
            Content.VIDEO,
            new Way("sendVideo", "video", true, Set.of("video/mp4")),
            Content.ANIMATION,
            new Way("sendAnimation", "animation", true, Set.of("video/mp4", "image/gif")),
            Content.AUDIO,
            new Way(
                    "sendAudio",
                    "audio",
                    true,
                    Set.of("audio/mpeg", "audio/mp3", "audio/mp4", "audio/m4a", "audio/x-m4a", "audio/aac")),
            Content.VOICE,
            new Way("sendVoice", "voice", true, Set.of("audio/ogg", "audio/opus", "audio/mpeg", "audio/mp4")),
            Content.STICKER,
            new Way("sendSticker", "sticker", false, Set.of("image/webp", "application/x-tgsticker", "video/webm")),
            VIDEO_NOTE,
            new Way("sendVideoNote", "video_note", false, Set.of("video/mp4")));

    private static final long LARGEST_PHOTO = 10_000_000;
    private static final int LONGEST_CARD_NAME = 64;
    private static final int MOST_NUMBERS = 10;

    /** Empty for what Telegram has no call for. */
    static Optional<Form> of(Content content) {
        return switch (content) {
            case Content.Text(var text) -> Optional.of(text(text));
            case Content.Choice(var text, var options) ->
                Optional.of(form("sendMessage", Map.of("text", text, "reply_markup", keyboard(options))));
            case Content.Media(var kind, Content.Stored file, var caption) -> Optional.of(media(kind, file, caption));
            case Content.Album album -> Album.of(album);
            case Content.Location place -> Optional.of(location(place));
            case Content.Card card -> Optional.of(card(card));
            default -> Optional.empty();
        };
    }

    private static Form text(String text) {
        return form("sendMessage", Map.of("text", text));
    }

    private static Form form(String method, Map<String, Object> parameters) {
        return new Form(method, parameters, List.of(), Optional.empty());
    }

    private static Map<String, Object> keyboard(List<Content.Option> options) {
        return Map.of(
                "inline_keyboard",
                options.stream()
                        .map(option -> List.of(Map.of("text", option.label(), "callback_data", option.token())))
                        .toList());
    }

    private static Form media(String kind, Content.Stored file, String caption) {
        var plain = way(DOCUMENT, file, caption, Optional.empty());
        var way = WAYS.getOrDefault(kind, DOCUMENT);
        return fits(kind, file, caption) ? way(way, file, caption, Optional.of(plain)) : plain;
    }

    /** Whether Telegram shows it as what it is, and not as a document. */
    static boolean fits(String kind, Content.Stored file, String caption) {
        return WAYS.getOrDefault(kind, DOCUMENT).takes(file, caption)
                && (!kind.equals(Content.IMAGE) || file.size() <= LARGEST_PHOTO);
    }

    private static Form way(Way way, Content.Stored file, String caption, Optional<Form> otherwise) {
        Map<String, Object> parameters = caption.isEmpty() ? Map.of() : Map.of("caption", caption);
        return new Form(way.method(), parameters, List.of(new Part(way.name(), file)), otherwise);
    }

    /** A place with a name is a venue, which wants an address, too. */
    private static Form location(Content.Location place) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("latitude", place.latitude());
        parameters.put("longitude", place.longitude());
        var name = place.plainText().strip();
        if (name.isEmpty()) {
            return form("sendLocation", parameters);
        }
        int comma = name.indexOf(", ");
        parameters.put("title", comma < 0 ? name : name.substring(0, comma));
        parameters.put("address", comma < 0 ? name : name.substring(comma + 2));
        return form("sendVenue", parameters);
    }

    /** A card without a number is a text. */
    private static Form card(Content.Card card) {
        if (card.phones().isEmpty()) {
            return text(card.plainText().isBlank() ? card.name() : card.plainText());
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("phone_number", card.phones().getFirst());
        parameters.put("first_name", named(card));
        if (card.phones().size() > 1) {
            parameters.put("vcard", vcard(card));
        }
        return form("sendContact", parameters);
    }

    private static String named(Content.Card card) {
        var name = line(card.name());
        return name.isEmpty() ? card.phones().getFirst() : name;
    }

    private static String vcard(Content.Card card) {
        return card.phones().stream()
                .limit(MOST_NUMBERS)
                .map(phone -> "TEL:" + line(phone) + "\n")
                .collect(Collectors.joining("", "BEGIN:VCARD\nVERSION:3.0\nFN:" + named(card) + "\n", "END:VCARD"));
    }

    private static String line(String text) {
        var line = new StringBuilder();
        text.strip()
                .codePoints()
                .map(c -> Character.isISOControl(c) || c == ';' || c == ',' ? ' ' : c)
                .limit(LONGEST_CARD_NAME)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
