package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Outbound;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Messages in Meta's words. Safe for use by many threads. */
final class Composition {

    static final int BUTTONS = 3;
    static final int BUTTON_LABEL = 20;
    static final int ROWS = 10;
    static final int ROW_LABEL = 24;
    static final int CAPTION = 1024;
    static final int TEXT = 4096;

    /** What is asked with buttons must be shorter than a text. */
    private static final int QUESTION = 1024;

    private static final long MEGABYTE = 1024 * 1024;

    private record Kept(Set<String> types, long most) {}

    /** Of which kinds Meta takes which types, and how large; anything else travels as a document. */
    private static final Map<String, Kept> TAKEN = Map.of(
            "image", new Kept(Set.of("image/jpeg", "image/png"), 5 * MEGABYTE),
            "video", new Kept(Set.of("video/mp4", "video/3gpp"), 16 * MEGABYTE),
            "audio", new Kept(Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16 * MEGABYTE),
            "sticker", new Kept(Set.of("image/webp"), 500 * 1024));

    private final WhatsAppSettings settings;
    private final Keys keys;

    Composition(WhatsAppSettings settings, Keys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** Everything but what it says. */
    ObjectNode envelope(Outbound message) {
        var to = message.to().identity();
        boolean phone = to.chars().allMatch(c -> c >= '0' && c <= '9');
        var body = Json.object().put("messaging_product", "whatsapp").put("recipient_type", "individual");
        body.put(phone ? "to" : "recipient", to);
        message.replyTo()
                .flatMap(keys::wamid)
                .ifPresent(id -> body.putObject("context").put("message_id", id));
        if (settings.callbackData()) {
            body.put("biz_opaque_callback_data", Keys.callback(message.id()));
        }
        return body;
    }

    static ObjectNode text(ObjectNode body, String text) {
        body.put("type", "text").putObject("text").put("body", text).put("preview_url", false);
        return body;
    }

    static ObjectNode location(ObjectNode body, Content.Location place) {
        var location = body.put("type", "location").putObject("location");
        location.put("latitude", Double.toString(place.latitude()));
        location.put("longitude", Double.toString(place.longitude()));
        var name = place.plainText();
        int comma = name.indexOf(", ");
        if (comma > 0) {
            location.put("name", name.substring(0, comma)).put("address", name.substring(comma + 2));
        } else if (!name.isBlank()) {
            location.put("name", name);
        }
        return body;
    }

    static ObjectNode card(ObjectNode body, Content.Card card) {
        var contact = body.put("type", "contacts").putArray("contacts").addObject();
        var name = card.name().isBlank() ? String.join(", ", card.phones()) : card.name();
        contact.putObject("name").put("formatted_name", name).put("first_name", name);
        var phones = contact.putArray("phones");
        card.phones().forEach(phone -> phones.addObject().put("phone", phone));
        return body;
    }

    /** Up to three short options are buttons, up to ten a list, and what is more is numbered, as the core does it. */
    ObjectNode choice(ObjectNode body, Content.Choice choice) {
        var options = choice.options();
        if (choice.plainText().isBlank() || choice.plainText().length() > QUESTION || options.size() > ROWS) {
            return text(body, numbered(choice));
        }
        var interactive = body.put("type", "interactive").putObject("interactive");
        interactive.put("type", areButtons(options) ? "button" : "list");
        interactive.putObject("body").put("text", choice.plainText());
        var action = interactive.putObject("action");
        if (areButtons(options)) {
            var buttons = action.putArray("buttons");
            for (var option : options) {
                var reply = buttons.addObject().put("type", "reply").putObject("reply");
                reply.put("id", option.token()).put("title", option.label());
            }
        } else {
            var rows = action.put("button", settings.listButton())
                    .putArray("sections")
                    .addObject()
                    .putArray("rows");
            options.forEach(
                    option -> rows.addObject().put("id", option.token()).put("title", cut(option.label(), ROW_LABEL)));
        }
        return body;
    }

    /** Meta refuses two buttons of one name; a list may have them. */
    private static boolean areButtons(List<Content.Option> options) {
        var labels = new HashSet<String>();
        return options.size() <= BUTTONS
                && options.stream().allMatch(option -> option.label().length() <= BUTTON_LABEL)
                && options.stream().allMatch(option -> labels.add(option.label().strip()));
    }

    private static String numbered(Content.Choice choice) {
        var text = new StringBuilder(choice.plainText());
        int number = 1;
        for (var option : choice.options()) {
            text.append('\n').append(number++).append(". ").append(option.label());
        }
        return text.toString();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + "…";
    }

    /** Never in the middle of a character. */
    private static int whole(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** As which of Meta's kinds a file travels. */
    static String kind(Content.Media media, Content.Stored file) {
        var wanted =
                switch (media.kind()) {
                    case Content.IMAGE -> "image";
                    case Content.VIDEO, Content.ANIMATION -> "video";
                    case Content.AUDIO, Content.VOICE -> "audio";
                    case Content.STICKER -> "sticker";
                    default -> "document";
                };
        boolean mute = wanted.equals("audio") || wanted.equals("sticker");
        return takes(wanted, file) && !(mute && !media.plainText().isBlank()) ? wanted : "document";
    }

    private static boolean takes(String kind, Content.Stored file) {
        var taken = TAKEN.get(kind);
        return taken != null && taken.types().contains(type(file)) && file.size() <= taken.most();
    }

    /** The declared type without its parameters; what is none is bytes. */
    static String type(Content.Stored file) {
        int end = file.mediaType().indexOf(';');
        var type = (end < 0 ? file.mediaType() : file.mediaType().substring(0, end))
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean wellFormed = type.indexOf('/') > 0
                && type.length() <= 100
                && type.chars().allMatch(c -> c > ' ' && c < 127 && c != '"');
        return wellFormed ? type : "application/octet-stream";
    }

    static ObjectNode media(ObjectNode body, String kind, Content.Media media, String id) {
        var file = body.put("type", kind).putObject(kind).put("id", id);
        if (!kind.equals("audio")
                && !kind.equals("sticker")
                && !media.plainText().isBlank()) {
            file.put("caption", media.plainText());
        }
        if (kind.equals("document")) {
            file.put("filename", Multipart.safe(media.file().name()));
        }
        if (kind.equals("audio") && media.kind().equals(Content.VOICE)) {
            file.put("voice", true);
        }
        return body;
    }

    static ObjectNode preset(ObjectNode body, Form form, Content.Preset preset, Optional<String> mediaId) {
        var template = body.put("type", "template").putObject("template").put("name", preset.name());
        template.putObject("language").put("policy", "deterministic").put("code", form.code());
        template.set(
                "components",
                form.components(
                        blank -> flat(preset.values().getOrDefault(blank, "")),
                        mediaId.map(id -> head(form, preset, id))));
        return body;
    }

    private static JsonNode head(Form form, Content.Preset preset, String id) {
        var kind = form.preset()
                .media()
                .orElseGet(() -> preset.media()
                        .map(file -> file.mediaType().startsWith("image/")
                                ? "image"
                                : file.mediaType().startsWith("video/") ? "video" : "document")
                        .orElse("document"));
        var head = Json.object().put("type", kind);
        var file = head.putObject(kind).put("id", id);
        preset.media()
                .filter(_ -> kind.equals("document"))
                .ifPresent(one -> file.put("filename", Multipart.safe(one.name())));
        return head;
    }

    /** Meta takes no line breaks, tabs or long gaps in a value. */
    private static String flat(String value) {
        var flat = new StringBuilder();
        for (var word = new StringTokenizer(value); word.hasMoreTokens(); ) {
            flat.append(flat.isEmpty() ? "" : " ").append(word.nextToken());
        }
        return flat.toString();
    }
}
