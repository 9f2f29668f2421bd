package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The methods that send something, each with the refusals of the real one. Safe for use by many threads. */
final class Sends {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final long LARGEST = 50_000_000;

    /** Method → the field of the message, which is also the parameter that has the file. */
    private static final Map<String, String> FILES = Map.of(
            "sendphoto", "photo",
            "sendvideo", "video",
            "sendaudio", "audio",
            "sendvoice", "voice",
            "senddocument", "document",
            "sendsticker", "sticker",
            "sendanimation", "animation",
            "sendvideonote", "video_note");

    /** How the bytes of pictures begin. */
    private static final List<String> PICTURES = List.of("ffd8ff", "89504e47", "52494646", "424d");

    private final People people;
    private final FileStore files;
    private final Ledger ledger;
    private final InstantSource clock;
    private final AtomicLong ids;

    Sends(People people, FileStore files, Ledger ledger, InstantSource clock, AtomicLong ids) {
        this.people = people;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** The message that was sent; empty when the method sends nothing. */
    Optional<JsonNode> answer(String method, Params call) throws Refusal {
        if (FILES.containsKey(method)) {
            return Optional.of(file(FILES.get(method), call));
        }
        return switch (method) {
            case "sendmediagroup" -> Optional.of(album(call));
            case "sendmessage" -> Optional.of(text(call));
            case "sendlocation" -> Optional.of(place("location", call));
            case "sendvenue" -> Optional.of(place("venue", call));
            case "sendcontact" -> Optional.of(card(call));
            default -> Optional.empty();
        };
    }

    private ObjectNode text(Params call) throws Refusal {
        var chat = people.reachable(call);
        var text = call.text("text");
        if (text.isBlank()) {
            throw new Refusal(400, "Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal(400, "Bad Request: message is too long");
        }
        return sent("text", text, chat, Optional.empty(), call).put("text", text);
    }

    private ObjectNode file(String kind, Params call) throws Refusal {
        var chat = people.reachable(call);
        var caption = call.text("caption");
        if (caption.length() > LONGEST_CAPTION) {
            throw new Refusal(400, "Bad Request: message caption is too long");
        }
        var kept = upload(kind, kind, call);
        var message = sent(kind, caption, chat, Optional.of(new Given(kept, "")), call);
        return shown(message, kind, kept, caption);
    }

    private ObjectNode shown(ObjectNode message, String kind, FileStore.Kept kept, String caption) {
        var shown = described(kept);
        message.set(kind, kind.equals("photo") ? Json.array().add(shown) : shown);
        return caption.isEmpty() ? message : message.put("caption", caption);
    }

    /** Pictures and films go together, recordings and documents each with their like; refused as a whole, or sent as a whole. */
    private ArrayNode album(Params call) throws Refusal {
        var chat = people.reachable(call);
        var media = call.json("media");
        if (media.size() < 2 || media.size() > 10) {
            throw new Refusal(400, "Bad Request: an album must have 2-10 items");
        }
        var kinds = new HashSet<String>();
        var kept = new ArrayList<FileStore.Kept>();
        for (var one : media) {
            var kind = one.path("type").asText();
            kinds.add(kind.equals("video") ? "photo" : kind);
            var name = one.path("media").asText();
            if (!name.startsWith("attach://") || !FILES.containsValue(kind)) {
                throw new Refusal(400, "Bad Request: wrong type of the web page content");
            }
            kept.add(upload(name.substring("attach://".length()), kind, call));
            if (one.path("caption").asText().length() > LONGEST_CAPTION) {
                throw new Refusal(400, "Bad Request: message caption is too long");
            }
        }
        if (kinds.size() > 1 || call.values().containsKey("reply_markup")) {
            throw new Refusal(400, "Bad Request: media of these types can't be mixed in an album");
        }
        var group = "14" + ids.incrementAndGet();
        var sent = Json.array();
        for (int n = 0; n < kept.size(); n++) {
            var kind = media.get(n).path("type").asText();
            var caption = media.get(n).path("caption").asText();
            var message = sent(kind, caption, chat, Optional.of(new Given(kept.get(n), group)), call);
            sent.add(shown(message.put("media_group_id", group), kind, kept.get(n), caption));
        }
        return sent;
    }

    /** @param album what the files of one album have in common, or empty */
    private record Given(FileStore.Kept file, String album) {}

    /** A file of the call, as this kind. */
    private FileStore.Kept upload(String field, String kind, Params call) throws Refusal {
        var upload = call.uploads().get(field);
        if (upload == null) {
            throw new Refusal(400, "Bad Request: there is no " + kind + " in the request");
        }
        if (upload.bytes().length == 0) {
            throw new Refusal(400, "Bad Request: file must be non-empty");
        }
        if (upload.bytes().length > LARGEST) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        if (kind.equals("photo") && !isPicture(upload.bytes())) {
            throw new Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED");
        }
        return files.add(upload.name(), upload.type(), upload.bytes().length, upload.bytes());
    }

    private static boolean isPicture(byte[] bytes) {
        var start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        return PICTURES.stream().anyMatch(start::startsWith);
    }

    static ObjectNode described(FileStore.Kept kept) {
        return Json.object()
                .put("file_id", kept.id())
                .put("file_unique_id", kept.unique())
                .put("file_size", kept.size());
    }

    private ObjectNode place(String kind, Params call) throws Refusal {
        var chat = people.reachable(call);
        var latitude = call.json("latitude");
        var longitude = call.json("longitude");
        if (!latitude.isNumber() || !longitude.isNumber()) {
            throw new Refusal(400, "Bad Request: latitude is empty");
        }
        if (kind.equals("venue")
                && (call.text("title").isBlank() || call.text("address").isBlank())) {
            throw new Refusal(400, "Bad Request: venue title must be non-empty");
        }
        var text = latitude.asText() + ", " + longitude.asText();
        var named = kind.equals("venue") ? call.text("title") + ", " + call.text("address") + ": " + text : text;
        var message = sent(kind, named, chat, Optional.empty(), call);
        var location = message.putObject("location");
        location.set("latitude", latitude);
        location.set("longitude", longitude);
        return message;
    }

    private ObjectNode card(Params call) throws Refusal {
        var chat = people.reachable(call);
        if (call.text("phone_number").isBlank() || call.text("first_name").isBlank()) {
            throw new Refusal(400, "Bad Request: phone number and first name must be non-empty");
        }
        var text = call.text("first_name") + " " + call.text("phone_number");
        return sent("contact", text, chat, Optional.empty(), call);
    }

    private ObjectNode sent(String kind, String text, ObjectNode chat, Optional<Given> given, Params call)
            throws Refusal {
        if (call.values().containsKey("parse_mode")) {
            throw new Refusal(400, "Bad Request: can't parse entities");
        }
        var reply = call.json("reply_parameters");
        long replyTo = reply.path("message_id").asLong();
        if (replyTo > ids.get()) {
            if (!reply.path("allow_sending_without_reply").asBoolean()) {
                throw new Refusal(400, "Bad Request: message to be replied not found");
            }
            replyTo = 0;
        }
        var sent = new Ledger.Sent(
                ids.incrementAndGet(),
                chat.path("id").asLong(),
                kind,
                text,
                keyboard(call.json("reply_markup")),
                replyTo,
                given.map(one -> one.file())
                        .map(kept -> new Ledger.File(kept.id(), kept.name(), kept.type(), kept.bytes())),
                given.map(Given::album).orElse(""),
                call.number("message_thread_id", 0),
                call.text("business_connection_id"),
                clock.instant());
        ledger.add(sent);
        var message = Json.object()
                .put("message_id", sent.messageId())
                .put("date", sent.at().getEpochSecond());
        message.set("from", BotApi.me());
        message.set("chat", chat);
        return message;
    }

    private static List<Ledger.Button> keyboard(JsonNode markup) throws Refusal {
        var buttons = new ArrayList<Ledger.Button>();
        for (var row : markup.path("inline_keyboard")) {
            for (var button : row) {
                var data = button.path("callback_data").asText();
                int bytes = data.getBytes(UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
                }
                if (button.path("text").asText().isBlank()) {
                    throw new Refusal(400, "Bad Request: can't parse inline keyboard button: text must be non-empty");
                }
                buttons.add(new Ledger.Button(button.path("text").asText(), data));
            }
        }
        return List.copyOf(buttons);
    }
}
