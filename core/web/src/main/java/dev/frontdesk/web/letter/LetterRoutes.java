package dev.frontdesk.web.letter;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.file.Sniff;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A letter as a page of its own, for a frame of the inbox: no script, no form, no request but for pictures the reader asked for. The
 * letter's own pictures are in the page, for a frame without an origin could not fetch them.
 */
public final class LetterRoutes implements Routes {
    private static final int MOST_PICTURE = 2_000_000;
    private static final int MOST_PICTURES = 6_000_000;
    private static final String FRAME = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; img-src data:";

    private final InboxReads inbox;
    private final FileStore files;

    public LetterRoutes(InboxReads inbox, FileStore files) {
        this.inbox = inbox;
        this.files = files;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/messages/{id}/letter", this::letter));
    }

    private void letter(Exchange exchange) {
        long id = id(exchange);
        var line = inbox.linesById(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
        if (!(line.message().content() instanceof Content.Rich letter)
                || letter.html().isEmpty()) {
            throw Refusal.notFound();
        }
        boolean pictures = exchange.query("pictures").filter("1"::equals).isPresent();
        var inline = new Pictures(inbox.attachments(List.of(id)).stream()
                .sorted(Comparator.comparingInt(Attachment::n))
                .toList());
        var body = LetterHtml.cleaned(letter.html(), pictures, inline::at);
        String page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title><style>"
                + "body{margin:12px;background:#fff;color:#1b1d22;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
                + "img{max-width:100%;height:auto}table{max-width:100%}"
                + "blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc}</style></head><body>"
                + body.orElseGet(() -> "<pre style=\"white-space:pre-wrap\">" + escaped(whole(letter)) + "</pre>")
                + "</body></html>";
        exchange.set("Content-Security-Policy", FRAME + (pictures ? " https: http:" : ""))
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .send(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String whole(Content.Rich letter) {
        return letter.original().isEmpty() ? letter.plainText() : letter.original();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The pictures of one letter, as data and not too many of them. Belongs to one thread. */
    private final class Pictures {
        private final List<Attachment> attachments;
        private int left = MOST_PICTURES;

        Pictures(List<Attachment> attachments) {
            this.attachments = attachments;
        }

        Optional<String> at(int place) {
            if (place >= attachments.size()
                    || !(attachments.get(place).file() instanceof Content.Stored file)
                    || file.size() > Math.min(MOST_PICTURE, left)) {
                return Optional.empty();
            }
            try (var bytes = files.open(file.sha256())) {
                byte[] all = bytes.readNBytes(MOST_PICTURE);
                String type = Sniff.type(all);
                if (!type.startsWith("image/")) {
                    return Optional.empty();
                }
                left -= all.length;
                return Optional.of(
                        "data:" + type + ";base64," + Base64.getEncoder().encodeToString(all));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private static long id(Exchange exchange) {
        try {
            return Long.parseLong(exchange.param("id"));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }
}
