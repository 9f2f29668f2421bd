package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.testkit.phone.App;
import dev.frontdesk.testkit.phone.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Telegram as a customer has it. Safe for use by many threads. */
final class TelegramApp implements App {

    /** What one person has said, by the number of the message. */
    private record Said(SortedMap<Long, Line> lines) {
        Said() {
            this(new ConcurrentSkipListMap<>());
        }
    }

    private final FakeTelegram telegram;
    private final Map<Long, Said> said = new ConcurrentHashMap<>();

    TelegramApp(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    @Override
    public String name() {
        return "Telegram";
    }

    @Override
    public Set<String> acts() {
        return Set.of("text", "edit", "file", "place", "card", "react", "press", "block");
    }

    @Override
    public boolean does(Act act) {
        var person = telegram.customer(Long.parseLong(act.person()), act.name());
        var text = new String(act.body(), UTF_8);
        long message = number(act.with("message"));
        switch (act.what()) {
            case "text" -> {
                long to = number(act.with("to"));
                var done = to == 0 ? person.writes(text) : person.replies(to, text);
                keep(person, done, "text", text, to == 0 ? "" : act.with("to"), false, Optional.empty());
            }
            case "edit" -> keep(person, person.edits(message, text), "text", text, "", true, Optional.empty());
            case "file" -> {
                var kind = Phone.PICTURES.contains(act.mediaType()) ? "photo" : "document";
                var kept = telegram.files().add(act.with("file"), act.mediaType(), act.body().length, act.body());
                var done = person.says(Customer.file(kind, kept));
                keep(person, done, kind, act.with("file"), "", false, Optional.of(kept.id()));
            }
            case "place" -> {
                double latitude = Double.parseDouble(act.with("latitude"));
                double longitude = Double.parseDouble(act.with("longitude"));
                var done = person.shares(latitude, longitude);
                keep(person, done, "location", latitude + ", " + longitude, "", false, Optional.empty());
            }
            case "card" ->
                keep(person, person.gives(text, act.name(), person.id()), "contact", text, "", false, Optional.empty());
            case "react" -> person.reacts(message, text.isEmpty() ? new String[0] : new String[] {text});
            case "press" -> person.presses(message, text);
            case "block" -> telegram.block(person.id(), text.equals("on"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long number(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private void keep(
            Customer person,
            Customer.Done done,
            String kind,
            String text,
            String to,
            boolean edited,
            Optional<String> file) {
        var line = new Line(Long.toString(done.message()), true, kind, text, to, edited, file, "", List.of());
        said.computeIfAbsent(person.id(), _ -> new Said()).lines().put(done.message(), line);
    }

    @Override
    public List<Line> lines(String person, boolean seen) {
        long chat = Long.parseLong(person);
        var lines =
                new ConcurrentSkipListMap<>(said.getOrDefault(chat, new Said()).lines());
        for (var sent : telegram.ledger().sentTo(chat)) {
            lines.put(sent.messageId(), line(sent));
        }
        return new ArrayList<>(lines.values());
    }

    private static Line line(Ledger.Sent sent) {
        return new Line(
                Long.toString(sent.messageId()),
                false,
                sent.kind(),
                sent.text(),
                sent.replyTo() == 0 ? "" : Long.toString(sent.replyTo()),
                false,
                sent.file().map(Ledger.File::id),
                sent.file().map(Ledger.File::name).orElse(""),
                sent.keyboard().stream()
                        .map(button -> new Button(button.label(), button.data()))
                        .toList());
    }

    @Override
    public Optional<Shown> file(String id) {
        return telegram.files().byId(id).map(kept -> new Shown(kept.type(), kept.bytes()));
    }
}
