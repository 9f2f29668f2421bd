package dev.frontdesk.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what of the parts is the text, what the HTML and what are files. Of alternatives both the plain text and the HTML are
 * kept; pieces of text between files follow one another.
 */
final class Bodies {

    /** A piece of the text in one or both of its forms. */
    private record Piece(Optional<String> text, Optional<String> html) {}

    /** What is found in one part. */
    private record Found(List<Piece> pieces, List<Attachment> files) {

        static Found nothing() {
            return new Found(new ArrayList<>(), new ArrayList<>());
        }

        void add(Found other) {
            pieces.addAll(other.pieces());
            files.addAll(other.files());
        }
    }

    private final Budget budget;
    private int number;
    private int written;

    private Bodies(Budget budget) {
        this.budget = budget;
    }

    /** @param text empty only when the mail says nothing in any form */
    record Read(String text, String html, List<Attachment> attachments) {}

    static Read of(Part mail, Budget budget) {
        var bodies = new Bodies(budget);
        var found = bodies.read(mail, true);
        return new Read(bodies.text(found.pieces()), bodies.html(found.pieces()), found.files());
    }

    private Found read(Part part, boolean mayBeText) {
        return switch (part.kind()) {
            case LEAF -> mayBeText && shown(part) && roomLeft() ? piece(part) : file(part, false);
            case MESSAGE -> file(part, false);
            case MULTIPART -> multipart(part, mayBeText);
        };
    }

    /** Behind a whole book nobody reads on: further texts are files. */
    private boolean roomLeft() {
        return written < budget.limits().text();
    }

    private Found multipart(Part part, boolean mayBeText) {
        if (part.parts().isEmpty()) {
            // Its boundary was never found: what it says is all there is.
            return preamble(part);
        }
        return switch (part.type().name()) {
            case "multipart/alternative" -> alternatives(part, mayBeText);
            case "multipart/related" -> related(part, mayBeText);
            case "multipart/digest" -> each(part, false);
            default -> each(part, mayBeText);
        };
    }

    private Found preamble(Part part) {
        var found = Found.nothing();
        var text = lines(CharacterSets.decode(
                part.preamble().first(budget.limits().excerpt()).copy(), ""));
        if (!text.isBlank()) {
            found.pieces().add(new Piece(Optional.of(text), Optional.empty()));
        }
        return found;
    }

    private Found each(Part part, boolean mayBeText) {
        var found = Found.nothing();
        for (var inner : part.parts()) {
            found.add(read(inner, mayBeText));
        }
        return found;
    }

    /** The plain text of one, the HTML of another, and the files of all, such as an invitation. */
    private Found alternatives(Part part, boolean mayBeText) {
        var found = Found.nothing();
        Optional<String> text = Optional.empty();
        Optional<String> html = Optional.empty();
        for (var inner : part.parts()) {
            if (inner.type().name().equals("text/x-amp-html")) {
                continue;
            }
            var one = read(inner, mayBeText);
            found.files().addAll(one.files());
            var its = html(one.pieces());
            if (!its.isBlank()) {
                html = Optional.of(its);
            }
            if (text.isEmpty()
                    && one.pieces().stream().anyMatch(piece -> piece.text().isPresent())) {
                text = Optional.of(text(one.pieces())).filter(all -> !all.isBlank());
            }
        }
        if (text.isPresent() || html.isPresent()) {
            found.pieces().add(new Piece(text, html));
        }
        return found;
    }

    /** The first is shown, or the one that is named; the others belong to it. */
    private Found related(Part part, boolean mayBeText) {
        var start = part.type().parameter("start").flatMap(id -> MessageIds.first(Optional.of(id)));
        var root = part.parts().stream()
                .filter(inner -> start.isPresent() && start.equals(contentId(inner)))
                .findFirst()
                .orElse(part.parts().getFirst());
        var found = Found.nothing();
        for (var inner : part.parts()) {
            boolean text = inner == root || inner.kind() == Part.Kind.MULTIPART;
            found.add(inner.kind() == Part.Kind.LEAF && !text ? file(inner, true) : read(inner, mayBeText && text));
        }
        return found;
    }

    /** Whether a part is text to be read rather than a file. */
    private static boolean shown(Part part) {
        var disposition = part.disposition();
        boolean named = disposition.parameter("filename").isPresent();
        boolean called = named || part.type().parameter("name").isPresent();
        if (disposition.name().equals("attachment") && (called || !part.type().is("text"))) {
            return false;
        }
        return switch (part.type().name()) {
            case "text/plain", "text/html", "text/enriched", "text/richtext", "text/x-amp-html" -> !named;
            case "text/calendar",
                    "text/csv",
                    "text/vcard",
                    "text/x-vcard",
                    "text/directory",
                    "text/xml",
                    "text/rtf",
                    "text/css",
                    "text/javascript",
                    "text/rfc822-headers",
                    "text/x-patch",
                    "text/x-diff" -> false;
            default ->
                part.type().is("text")
                        && !named
                        && part.type().parameter("name").isEmpty();
        };
    }

    private Found piece(Part part) {
        var charset = part.type().parameter("charset").orElse("");
        if (!charset.isEmpty() && !CharacterSets.known(charset)) {
            budget.note("The character set “" + HeaderText.clean(HeaderText.cut(charset, 40))
                    + "” is not known; the text was guessed.");
        }
        var declared = part.headers().first("Content-Transfer-Encoding");
        if (declared.isPresent()
                && !declared.get().isBlank()
                && TransferEncoding.named(declared.get()).isEmpty()) {
            budget.note("The transfer encoding “" + HeaderText.clean(HeaderText.cut(declared.get(), 40))
                    + "” is not known; the text is shown as it came.");
        }
        // A character takes up to four bytes, and an encoded byte three: more is not looked at.
        int most = 4 * budget.limits().text();
        var all = part.text(most);
        var text = lines(HeaderText.cut(all, budget.limits().text()));
        written += text.length();
        if (part.body().size() > most || all.length() > budget.limits().text()) {
            budget.note("The text is very long; only its beginning is shown.");
        }
        var found = Found.nothing();
        if (!text.isBlank()) {
            boolean html = part.type().name().equals("text/html");
            var plain =
                    switch (part.type().name()) {
                        case "text/enriched", "text/richtext" -> HtmlText.of(text.replace("<<", "&lt;"));
                        default -> text;
                    };
            found.pieces()
                    .add(new Piece(
                            html ? Optional.empty() : Optional.of(plain), html ? Optional.of(text) : Optional.empty()));
        }
        return found;
    }

    private Found file(Part part, boolean related) {
        var found = Found.nothing();
        if (part.kind() == Part.Kind.MULTIPART) {
            return each(part, false);
        }
        // An empty part without a name is what some programs leave where a text could be.
        boolean named = part.disposition().parameter("filename").isPresent()
                || part.type().parameter("name").isPresent();
        if (part.body().size() == 0 && !named && part.kind() == Part.Kind.LEAF) {
            return found;
        }
        number++;
        var id = contentId(part);
        boolean inline = id.isPresent()
                        && (related || !part.disposition().name().equals("attachment"))
                || part.disposition().name().equals("inline") && part.type().is("image");
        found.files().add(new Attachment(FileNames.of(part, number), part.type().name(), id, inline, part));
        return found;
    }

    private static Optional<String> contentId(Part part) {
        return MessageIds.first(part.headers().first("Content-ID"))
                .or(() -> part.headers().first("Content-ID").filter(id -> !id.isBlank()));
    }

    private String text(List<Piece> pieces) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            var next = piece.text().orElseGet(() -> HtmlText.of(piece.html().orElse("")));
            if (!next.isBlank()) {
                text.append(text.isEmpty() ? "" : text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n")
                        .append(next);
            }
        }
        return HeaderText.cut(text.toString(), budget.limits().text());
    }

    private String html(List<Piece> pieces) {
        if (pieces.stream().noneMatch(piece -> piece.html().isPresent())) {
            return "";
        }
        var html = new StringBuilder();
        for (var piece : pieces) {
            html.append(html.isEmpty() ? "" : "\n<hr>\n")
                    .append(piece.html()
                            .orElseGet(() -> HtmlText.escaped(piece.text().orElse(""))));
        }
        return HeaderText.cut(html.toString(), budget.limits().text());
    }

    /** One kind of line end. */
    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
