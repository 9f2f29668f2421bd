package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.testkit.fault.Faults;
import dev.frontdesk.testkit.fault.FaultyServer;
import dev.frontdesk.testkit.phone.Phone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** The calls of the Graph API as they come over HTTP, and the page of a customer. Safe for use by many threads. */
final class Front {

    private final FakeWhatsApp whatsapp;
    private final GraphApi api;
    private final MediaShelf shelf;
    private final Ledger ledger;
    private final Faults faults;
    private final Phone phone;
    private volatile Optional<URI> elsewhere = Optional.empty();

    Front(FakeWhatsApp whatsapp, GraphApi api, MediaShelf shelf, Ledger ledger, Faults faults, Phone phone) {
        this.whatsapp = whatsapp;
        this.api = api;
        this.shelf = shelf;
        this.ledger = ledger;
        this.faults = faults;
        this.phone = phone;
    }

    void redirectFiles(URI to) {
        elsewhere = Optional.of(to);
    }

    /** The edge of the Graph API; {@code file} is a question about one, {@code bytes} its download. */
    static String name(String method, String path) {
        var parts = parts(path);
        if (parts[0].equals("media-bytes")) {
            return "bytes";
        }
        return parts.length == 3 ? parts[2] : method.equals("GET") ? "file" : "";
    }

    private static String[] parts(String path) {
        return path.substring(1).split("/", 3);
    }

    /** One call; whatever happens to its connection is nobody's concern but the client's. */
    void serve(HttpExchange call) throws IOException {
        try {
            if (phone.serve(call)) {
                return;
            }
            var body = call.getRequestBody().readAllBytes();
            var path = call.getRequestURI().getPath();
            var edge = name(call.getRequestMethod(), path);
            var fault = faults.take(edge);
            if (edge.equals("bytes") && elsewhere.isPresent() && fault.isEmpty()) {
                signedIn(call);
                call.getResponseHeaders().add("Location", elsewhere.get().toString());
                call.sendResponseHeaders(302, -1);
                return;
            }
            FaultyServer.<Refusal>answer(call, fault, () -> {
                signedIn(call);
                return result(call, edge, parts(path), body);
            });
        } catch (Refusal refused) {
            FaultyServer.reply(call, refused.status(), json(refused.body()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static void signedIn(HttpExchange call) throws Refusal {
        if (!("Bearer " + FakeWhatsApp.TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            throw new Refusal(401, 190, "Invalid OAuth access token", "");
        }
    }

    private FaultyServer.Reply result(HttpExchange call, String edge, String[] parts, byte[] body) throws Refusal {
        return switch (edge) {
            case "messages" -> {
                ours(parts[1], FakeWhatsApp.NUMBER);
                yield json(api.messages(parsed(body)).toString());
            }
            case "media" -> {
                ours(parts[1], FakeWhatsApp.NUMBER);
                var media = shelf.upload(body, call.getRequestHeaders().getFirst("Content-Type"));
                ledger.add(media);
                yield json(Json.object().put("id", media.id()).toString());
            }
            case "message_templates" -> {
                ours(parts[1], FakeWhatsApp.ACCOUNT);
                var here = whatsapp.url() + call.getRequestURI().toString();
                yield json(api.templates(after(call), here).toString());
            }
            case "bytes" -> {
                var media = shelf.behind(parts[1])
                        .orElseThrow(() -> new Refusal(404, 100, "URL expired", "The address is too old"));
                yield new FaultyServer.Reply(media.mediaType(), media.bytes());
            }
            case "file" -> json(about(parts[1]).toString());
            default -> throw new Refusal(400, 100, "Unknown path components: /" + edge, "");
        };
    }

    private ObjectNode about(String id) throws Refusal {
        if (id.equals(FakeWhatsApp.NUMBER)) {
            return Json.object().put("id", FakeWhatsApp.NUMBER).put("display_phone_number", "+1 555-078-3881");
        }
        var media = shelf.get(id)
                .orElseThrow(() ->
                        new Refusal(400, 100, "Unsupported get request", "Object with ID '" + id + "' does not exist"));
        return shelf.about(media, whatsapp.url().toString());
    }

    private static void ours(String id, String expected) throws Refusal {
        if (!id.equals(expected)) {
            throw new Refusal(400, 100, "Unsupported post request", "Object with ID '" + id + "' does not exist");
        }
    }

    private static JsonNode parsed(byte[] body) throws Refusal {
        try {
            return Json.parse(body);
        } catch (UncheckedIOException malformed) {
            throw new Refusal(400, 100, "Invalid parameter", "The body is no JSON");
        }
    }

    private static String after(HttpExchange call) {
        var query = String.valueOf(call.getRequestURI().getQuery());
        int at = query.indexOf("&after=");
        return at < 0 ? "" : query.substring(at + "&after=".length());
    }

    private static FaultyServer.Reply json(String text) {
        return new FaultyServer.Reply("application/json", text.getBytes(UTF_8));
    }
}
