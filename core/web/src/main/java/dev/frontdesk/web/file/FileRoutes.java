package dev.frontdesk.web.file;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.file.Sniff;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Json;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.ByteArrayInputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;

/**
 * Gives files out so that nothing in them can run here, and takes them in. What a file is, its first bytes say: neither its name nor
 * what somebody called its type decides anything.
 */
public final class FileRoutes implements Routes {
    /** For a large file over a slow line. */
    private static final Duration MOST = Duration.ofMinutes(10);

    private static final String POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final InboxReads inbox;
    private final FileStore files;
    private final Desk desk;

    public FileRoutes(InboxReads inbox, FileStore files, Desk desk) {
        this.inbox = inbox;
        this.files = files;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/attachments/{id}", this::give), new Route("POST", "/api/uploads", this::take));
    }

    // ---- out

    private void give(Exchange exchange) throws IOException {
        var attachment = inbox.attachment(id(exchange))
                .filter(found -> mayRead(exchange, found))
                .orElseThrow(Refusal::notFound);
        if (!(attachment.file() instanceof Content.Stored file)) {
            throw Refusal.of(409, "not-here", "The file is not here.");
        }
        String etag = '"' + file.sha256().substring(0, 32) + '"';
        exchange.set("Cache-Control", "private, max-age=31536000, immutable").set("ETag", etag);
        if (exchange.header("If-None-Match").filter(etag::equals).isPresent()) {
            exchange.notModified();
            return;
        }
        try (var bytes = files.open(file.sha256())) {
            give(exchange, file, bytes);
        } catch (NoSuchFileException e) {
            throw Refusal.of(410, "gone", "The file is no longer here.");
        }
    }

    /** What is not sent yet is its uploader's alone; everything in a conversation is every agent's. */
    private static boolean mayRead(Exchange exchange, Attachment found) {
        return found.message() != 0 || found.agent().equals(exchange.caller().agent());
    }

    private static void give(Exchange exchange, Content.Stored file, InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(Sniff.HEAD);
        String type = Sniff.type(head);
        boolean inline = type.startsWith("image/");
        exchange.set("Content-Type", type.isEmpty() ? "application/octet-stream" : type)
                .set("Content-Disposition", FileName.disposition(inline ? "inline" : "attachment", file.name()))
                .set("Content-Security-Policy", POLICY)
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Accept-Ranges", "bytes");
        var all = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
        var span = Span.of(exchange.header("Range"), file.size());
        if (span.isEmpty()) {
            exchange.send(200, file.size(), all, MOST);
            return;
        }
        exchange.set(
                "Content-Range", "bytes " + span.get().from() + "-" + span.get().to() + "/" + file.size());
        all.skipNBytes(span.get().from());
        exchange.send(206, span.get().length(), all, MOST);
    }

    // ---- in

    /** The body is the file, as it is. */
    private void take(Exchange exchange) throws IOException {
        String name = FileName.shown(exchange.query("name").orElse(""));
        Attachment upload;
        try (var body = exchange.content(files.maxSize(), MOST)) {
            upload = desk.upload(exchange.caller().agent(), name, body.stream());
        } catch (FileStore.TooLarge e) {
            throw Refusal.of(413, "too-large", "The file is larger than " + files.maxSize() / 1_000_000 + " MB.");
        }
        if (upload.file().size() == 0) {
            throw Refusal.of(422, "empty", "The file is empty.");
        }
        exchange.json(201, to -> {
            to.writeStartObject();
            Json.id(to, "id", upload.id());
            to.writeStringField("name", upload.file().name());
            to.writeStringField("kind", upload.kind());
            to.writeStringField("type", upload.file().mediaType());
            to.writeNumberField("size", upload.file().size());
            to.writeEndObject();
        });
    }

    private static long id(Exchange exchange) {
        try {
            return Long.parseLong(exchange.param("id"));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }
}
