package dev.frontdesk.testkit.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The app of a customer in a browser, for those who want to play one: it writes, presses, shows photos and places, and shows what
 * comes back. For this machine only; whoever opens the page chooses who they are. Safe for use by many threads.
 */
public final class Phone {
    private static final Map<String, String> PAGES = Map.of(
            "/", "text/html; charset=utf-8",
            "/phone.js", "text/javascript; charset=utf-8",
            "/phone.css", "text/css; charset=utf-8");

    /** What the page shows as a picture; everything else is only ever saved. */
    public static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    private static final int LARGEST = 20_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final App app;

    /** The page of this app. */
    public Phone(App app) {
        this.app = app;
    }

    /** True when the call was for the page, and is answered. */
    public boolean serve(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        if (!path.startsWith("/phone/") && !PAGES.containsKey(path)) {
            return false;
        }
        call.getResponseHeaders().add("Content-Security-Policy", POLICY);
        call.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        if (!isFromHere(call)) {
            call.sendResponseHeaders(403, -1);
        } else if (PAGES.containsKey(path)) {
            reply(call, PAGES.get(path), page(path));
        } else if (path.startsWith("/phone/file/")) {
            file(call, path.substring("/phone/file/".length()));
        } else {
            chat(call, path.substring("/phone/".length()));
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

    private void chat(HttpExchange call, String what) throws IOException {
        var query = query(call.getRequestURI().getRawQuery());
        var person = query.getOrDefault("person", "1");
        if (!isNumber(person) || call.getRequestMethod().equals("POST") && !does(call, what, person, query)) {
            call.sendResponseHeaders(404, -1);
            return;
        }
        reply(call, "application/json", lines(person, query.containsKey("seen")));
    }

    private boolean does(HttpExchange call, String what, String person, Map<String, String> query) throws IOException {
        var type = String.valueOf(call.getRequestHeaders().getFirst("Content-Type"))
                .toLowerCase(Locale.ROOT);
        var body = call.getRequestBody().readNBytes(LARGEST);
        try {
            return app.acts().contains(what)
                    && app.does(new App.Act(what, person, query.getOrDefault("name", ""), query, type, body));
        } catch (NumberFormatException nothingOfOurs) {
            return false;
        }
    }

    private static boolean isNumber(String person) {
        return !person.isEmpty() && person.length() <= 18 && person.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Map<String, String> query(@Nullable String text) {
        var values = new HashMap<String, String>();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return Map.copyOf(values);
    }

    private byte[] lines(String person, boolean seen) {
        var all = JSON.createObjectNode().put("app", app.name());
        var acts = all.putArray("acts");
        app.acts().stream().sorted().forEach(acts::add);
        var lines = all.putArray("lines");
        app.lines(person, seen).forEach(line -> lines.add(json(line)));
        return all.toString().getBytes(UTF_8);
    }

    private static ObjectNode json(App.Line line) {
        var json = JSON.createObjectNode()
                .put("id", line.id())
                .put("mine", line.mine())
                .put("kind", line.kind())
                .put("text", line.text())
                .put("to", line.to())
                .put("edited", line.edited())
                .put("name", line.name());
        line.file().ifPresent(file -> json.put("file", file));
        var buttons = json.putArray("buttons");
        line.buttons()
                .forEach(button ->
                        buttons.addObject().put("label", button.label()).put("data", button.data()));
        return json;
    }

    private void file(HttpExchange call, String id) throws IOException {
        var found = app.file(id);
        if (found.isEmpty()) {
            call.sendResponseHeaders(404, -1);
            return;
        }
        boolean shown = PICTURES.contains(found.get().mediaType());
        if (!shown) {
            call.getResponseHeaders().add("Content-Disposition", "attachment");
        }
        reply(
                call,
                shown ? found.get().mediaType() : "application/octet-stream",
                found.get().bytes());
    }

    private static void reply(HttpExchange call, String type, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", type);
        call.getResponseHeaders().add("Cache-Control", "no-store");
        call.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
    }
}
