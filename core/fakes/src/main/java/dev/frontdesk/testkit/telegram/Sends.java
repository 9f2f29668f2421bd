package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
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
    Optional<ObjectNode> answer(String method, Params call) throws Refusal {
        if (FILES.containsKey(method)) {
            return Optional.of(file(method, FILES.get(method), call));
        }
        return switch (method) {
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

    private ObjectNode file(String method, String kind, Params call) throws Refusal {
        var chat = people.reachable(call);
        var caption = call.text("caption");
        var upload = call.uploads().get(kind);
        if (upload == null) {
            throw new Refusal(400, "Bad Request: there is no " + kind + " in the request");
        }
        if (upload.bytes().length == 0) {
            throw new Refusal(400, "Bad Request: file must be non-empty");
        }
        if (upload.bytes().length > LARGEST) {
            throw new Refusal(413, "Request Entity Too Large");
        }
        if (caption.length() > LONGEST_CAPTION) {
            throw new Refusal(400, "Bad Request: message caption is too long");
        }
        if (method.equals("sendphoto") && !isPicture(upload.bytes())) {
            throw new Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED");
        }
        var kept = files.add(upload.name(), upload.type(), upload.bytes().length, upload.bytes());
        var file = new Ledger.File(kept.id(), upload.name(), upload.type(), upload.bytes());
        var message = sent(kind, caption, chat, Optional.of(file), call);
        var shown = described(kept);
        message.set(kind, kind.equals("photo") ? Json.array().add(shown) : shown);
        return caption.isEmpty() ? message : message.put("caption", caption);
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

    private ObjectNode sent(String kind, String text, ObjectNode chat, Optional<Ledger.File> file, Params call)
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
                file,
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
