package dev.frontdesk.bench.mail;

import dev.frontdesk.channel.email.mime.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The descriptions that mime4j keeps beside its mails: each part with its headers, in tags that look like XML and hold raw bytes.
 * Both they and the parts that were read are written as {@code (Name,Name, multi[(…)(…)])}.
 */
final class Expectations {
    private final Path folder;

    Expectations(Path folder) {
        this.folder = folder;
    }

    /** What is expected of a mail; empty when nothing is. */
    Optional<String> of(String name) {
        var file = Path.of(name).getFileName().toString();
        int dot = file.lastIndexOf('.');
        var description = folder.resolve((dot < 0 ? file : file.substring(0, dot)) + ".xml");
        try {
            return Files.exists(description)
                    ? Optional.of(written(Files.readString(description, StandardCharsets.ISO_8859_1)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(Part part) {
        var text = new StringBuilder("(");
        part.headers().fields().forEach(field -> text.append(field.name()).append(','));
        text.append(' ');
        switch (part.kind()) {
            case LEAF -> text.append("body");
            case MESSAGE -> text.append("message").append(of(part.parts().getFirst()));
            case MULTIPART -> {
                text.append("multi[");
                part.parts().forEach(inner -> text.append(of(inner)));
                text.append(']');
            }
        }
        return text.append(')').toString();
    }

    private static String written(String description) {
        var text = new StringBuilder();
        int depth = 0;
        for (int at = description.indexOf('<'); at >= 0; at = description.indexOf('<', at + 1)) {
            int end = description.indexOf('>', at);
            var tag = end < 0 ? "" : description.substring(at + 1, end);
            switch (tag) {
                case "message" -> text.append(depth++ > 0 ? "message(" : "(");
                case "body-part" -> {
                    depth++;
                    text.append('(');
                }
                case "/message", "/body-part" -> text.append(')');
                case "field" -> text.append(field(description, end + 1)).append(',');
                case "/header" -> text.append(' ');
                case "body" -> text.append("body");
                case "multipart" -> text.append("multi[");
                case "/multipart" -> text.append(']');
                default -> {}
            }
        }
        return text.toString();
    }

    private static String field(String description, int from) {
        int colon = description.indexOf(':', from);
        return colon < 0 ? "" : description.substring(from, colon).strip();
    }
}
