package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.testkit.phone.App;
import dev.frontdesk.testkit.phone.Phone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WhatsApp as a customer has it: what they see is reported as read. Safe for use by many threads. */
final class WhatsAppApp implements App {

    private record At(Instant at, Line line) {}

    private final FakeWhatsApp whatsapp;
    private final MediaShelf shelf;
    private final Map<String, List<At>> said = new ConcurrentHashMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    WhatsAppApp(FakeWhatsApp whatsapp, MediaShelf shelf) {
        this.whatsapp = whatsapp;
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "WhatsApp";
    }

    @Override
    public Set<String> acts() {
        return Set.of("text", "file", "place", "card", "react", "press");
    }

    @Override
    public boolean does(Act act) {
        var text = new String(act.body(), UTF_8);
        switch (act.what()) {
            case "text" -> keep(act, said(act, "text", Json.object().put("body", text)), "text", text, "");
            case "file" -> file(act);
            case "place" -> {
                var place = Json.object()
                        .put("latitude", Double.parseDouble(act.with("latitude")))
                        .put("longitude", Double.parseDouble(act.with("longitude")));
                var shown = act.with("latitude") + ", " + act.with("longitude");
                keep(act, said(act, "location", place), "location", shown, "");
            }
            case "card" -> {
                var card = Json.object();
                card.putObject("name").put("formatted_name", act.name());
                card.putArray("phones").addObject().put("phone", text);
                var cards = Json.object().putArray("contacts").add(card);
                keep(act, said(act, "contacts", cards), "contact", text, "");
            }
            case "react" -> whatsapp.react(act.person(), act.with("message"), text);
            case "press" -> press(act, text);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String said(Act act, String type, JsonNode what) {
        var fields = Json.object();
        if (!act.with("to").isEmpty()) {
            fields.putObject("context").put("from", "15550783881").put("id", act.with("to"));
        }
        fields.set(type, what);
        return whatsapp.message(act.person(), act.name(), type, fields);
    }

    private void file(Act act) {
        var kind = act.mediaType().startsWith("image/") ? "image" : "document";
        var media = shelf.put(act.mediaType(), act.with("file"), act.body(), false);
        var wamid = whatsapp.file(act.person(), act.name(), kind, media, "");
        keep(act, wamid, kind.equals("image") ? "photo" : kind, act.with("file"), media.id());
    }

    /** A button or a row of the list, which WhatsApp shows as what they said. */
    private void press(Act act, String id) {
        var label = lines(act.person(), false).stream()
                .filter(line -> line.id().equals(act.with("message")))
                .flatMap(line -> line.buttons().stream())
                .filter(button -> button.data().equals(id))
                .map(Button::label)
                .findFirst();
        label.ifPresent(
                said -> keep(act, whatsapp.press(act.person(), act.with("message"), id, said), "text", said, ""));
    }

    private void keep(Act act, String wamid, String kind, String text, String file) {
        var line = new Line(
                wamid,
                true,
                kind,
                text,
                act.with("to"),
                false,
                Optional.of(file).filter(f -> !f.isEmpty()),
                "",
                List.of());
        said.computeIfAbsent(act.person(), _ -> new CopyOnWriteArrayList<>()).add(new At(whatsapp.now(), line));
    }

    @Override
    public List<Line> lines(String person, boolean seen) {
        var all = new ArrayList<>(said.getOrDefault(person, List.of()));
        for (var sent : whatsapp.ledger().sentTo(person)) {
            all.add(new At(sent.at(), line(sent)));
            if (seen && read.add(sent.wamid())) {
                whatsapp.status(sent.wamid(), "read");
            }
        }
        all.sort(Comparator.comparing(At::at));
        return all.stream().map(At::line).toList();
    }

    private static Line line(Ledger.Sent sent) {
        var type = sent.body().path("type").asText();
        var what = sent.body().path(type);
        var file = what.path("id").asText();
        return new Line(
                sent.wamid(),
                false,
                type.equals("image") || type.equals("sticker") ? "photo" : type.equals("contacts") ? "contact" : type,
                text(type, what, sent),
                sent.body().path("context").path("message_id").asText(),
                false,
                Optional.of(file).filter(id -> !id.isEmpty()),
                what.path("filename").asText(),
                Stream.concat(
                                what.path("action")
                                        .path("buttons")
                                        .valueStream()
                                        .map(button -> button.path("reply")),
                                what.path("action")
                                        .path("sections")
                                        .path(0)
                                        .path("rows")
                                        .valueStream())
                        .map(row -> new Button(
                                row.path("title").asText(), row.path("id").asText()))
                        .toList());
    }

    private static String text(String type, JsonNode what, Ledger.Sent sent) {
        return switch (type) {
            case "location" ->
                what.path("name").asText() + " " + what.path("latitude").asText() + ", "
                        + what.path("longitude").asText();
            case "contacts" ->
                what.path(0).path("name").path("formatted_name").asText() + " "
                        + what.path(0).path("phones").path(0).path("phone").asText();
            case "template" ->
                what.path("name").asText()
                        + what.path("components")
                                .valueStream()
                                .flatMap(one -> one.path("parameters").valueStream())
                                .map(one -> one.path("text").asText())
                                .filter(value -> !value.isEmpty())
                                .collect(Collectors.joining(", ", ": ", ""));
            default -> sent.text();
        };
    }

    @Override
    public Optional<Shown> file(String id) {
        return shelf.get(id).map(media -> new Shown(media.mediaType(), media.bytes()));
    }
}
