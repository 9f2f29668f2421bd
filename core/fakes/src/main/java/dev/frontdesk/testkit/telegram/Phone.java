package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The app of a customer in a browser, for those who want to play one: it writes, presses, shows photos and places to the bot, and
 * shows what the bot says. For this machine only; whoever opens the page chooses who they are. Safe for use by many threads.
 */
final class Phone {
    private static final Map<String, String> PAGES = Map.of(
            "/", "text/html; charset=utf-8",
            "/phone.js", "text/javascript; charset=utf-8",
            "/phone.css", "text/css; charset=utf-8");
    private static final Map<String, String> SHOWN =
            Map.of("image/jpeg", "photo", "image/png", "photo", "image/webp", "photo", "image/gif", "photo");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    private static final int LARGEST = 20_000_000;

    /** What one person has said, by the number of the message. */
    private record Said(SortedMap<Long, ObjectNode> lines) {
        Said() {
            this(new ConcurrentSkipListMap<>());
        }
    }

    private final FakeTelegram telegram;
    private final Map<Long, Said> said = new ConcurrentHashMap<>();

    Phone(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    /** True when the call was for the app. */
    boolean serve(HttpExchange call) throws IOException, Refusal {
        var path = call.getRequestURI().getPath();
        if (!path.startsWith("/phone/") && !PAGES.containsKey(path)) {
            return false;
        }
        if (!isFromHere(call)) {
            throw new Refusal(403, "Forbidden");
        }
        call.getResponseHeaders().add("Content-Security-Policy", POLICY);
        call.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        if (PAGES.containsKey(path)) {
            reply(call, PAGES.get(path), page(path));
        } else if (path.startsWith("/phone/file/")) {
            file(call, path.substring("/phone/file/".length()));
        } else {
            var params = query(call);
            if (call.getRequestMethod().equals("POST")) {
                act(path.substring("/phone/".length()), params, call);
            }
            reply(call, "application/json", lines(params).toString().getBytes(UTF_8));
        }
        return true;
    }

    /** Another site can call this address, but neither under its name nor with a header of ours. */
    private static boolean isFromHere(HttpExchange call) {
        var host =
                Optional.ofNullable(call.getRequestHeaders().getFirst("Host")).orElse("");
        boolean here = host.startsWith("127.0.0.1:") || host.startsWith("localhost:");
        return here
                && (call.getRequestMethod().equals("GET")
                        || call.getRequestHeaders().containsKey("X-Phone"));
    }

    private static byte[] page(String path) throws IOException {
        var name = path.equals("/") ? "phone.html" : path.substring(1);
        try (InputStream page = Phone.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IOException(name + " is not in this build");
            }
            return page.readAllBytes();
        }
    }

    private static Params query(HttpExchange call) {
        var values = new HashMap<String, String>();
        Params.form(call.getRequestURI().getRawQuery(), values);
        return new Params(values, Map.of());
    }

    private void act(String what, Params params, HttpExchange call) throws IOException, Refusal {
        var person = telegram.customer(params.number("person", 1), params.text("name"));
        var body = call.getRequestBody().readNBytes(LARGEST);
        var text = new String(body, UTF_8);
        switch (what) {
            case "text" -> {
                long to = params.number("to", 0);
                var done = to == 0 ? person.writes(text) : person.replies(to, text);
                keep(person, done, "text", text).put("to", to);
            }
            case "edit" -> {
                var done = person.edits(params.number("message", 0), text);
                keep(person, done, "text", text).put("edited", true);
            }
            case "file" -> {
                var type = String.valueOf(call.getRequestHeaders().getFirst("Content-Type"))
                        .toLowerCase(Locale.ROOT);
                var name = params.text("file");
                var kind = SHOWN.getOrDefault(type, "document");
                var kept = telegram.files().add(name, type, body.length, body);
                var done = person.says(Customer.file(kind, kept));
                keep(person, done, kind, name).put("file", kept.id());
            }
            case "place" -> {
                double latitude = Double.parseDouble(params.text("latitude"));
                double longitude = Double.parseDouble(params.text("longitude"));
                var done = person.shares(latitude, longitude);
                keep(person, done, "location", latitude + ", " + longitude);
            }
            case "card" -> keep(person, person.gives(text, params.text("name"), person.id()), "contact", text);
            case "react" ->
                person.reacts(params.number("message", 0), text.isEmpty() ? new String[0] : new String[] {text});
            case "press" -> person.presses(params.number("message", 0), text);
            case "block" -> telegram.block(person.id(), text.equals("on"));
            default -> throw new Refusal(404, "Not Found");
        }
    }

    private ObjectNode keep(Customer person, Customer.Done done, String kind, String text) {
        var line = Json.object()
                .put("id", done.message())
                .put("mine", true)
                .put("kind", kind)
                .put("text", text);
        said.computeIfAbsent(person.id(), _ -> new Said()).lines().put(done.message(), line);
        return line;
    }

    private ObjectNode lines(Params params) throws Refusal {
        long person = params.number("person", 0);
        var lines = new ConcurrentSkipListMap<>(
                said.getOrDefault(person, new Said()).lines());
        for (var sent : telegram.ledger().sentTo(person)) {
            var line = Json.object()
                    .put("id", sent.messageId())
                    .put("mine", false)
                    .put("kind", sent.kind())
                    .put("text", sent.text())
                    .put("to", sent.replyTo());
            sent.file().ifPresent(file -> line.put("file", file.id()).put("name", file.name()));
            var buttons = line.putArray("buttons");
            sent.keyboard()
                    .forEach(button ->
                            buttons.addObject().put("label", button.label()).put("data", button.data()));
            lines.put(sent.messageId(), line);
        }
        var all = Json.object();
        all.putArray("lines").addAll(lines.values());
        return all;
    }

    /** Pictures are shown, everything else is only ever saved. */
    private void file(HttpExchange call, String id) throws IOException, Refusal {
        var kept = telegram.files().byId(id).orElseThrow(() -> new Refusal(404, "Not Found"));
        boolean shown = SHOWN.containsKey(kept.type());
        if (!shown) {
            call.getResponseHeaders().add("Content-Disposition", "attachment");
        }
        reply(call, shown ? kept.type() : "application/octet-stream", kept.bytes());
    }

    private static void reply(HttpExchange call, String type, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", type);
        call.getResponseHeaders().add("Cache-Control", "no-store");
        call.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }
}
