package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.mime.Headers;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MessageIds;
import dev.frontdesk.channel.email.mime.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mail of ours that a report brings back, whole, as headers or as lines in the text. */
final class Returned {
    private static final int LONGEST_TEXT = 200_000;

    private Returned() {}

    static Optional<String> id(Mail mail) {
        return headers(mail)
                .flatMap(headers -> headers.first("Message-ID"))
                .flatMap(id -> MessageIds.all(id).stream().findFirst())
                .or(() -> field(mail, "Message-ID")
                        .flatMap(id -> MessageIds.all(id).stream().findFirst()))
                .filter(id -> mail.messageId().filter(id::equals).isEmpty());
    }

    /** The recipient that mail had, for reports that hide it elsewhere. */
    static Optional<String> recipient(Mail mail) {
        return headers(mail)
                .flatMap(headers -> headers.first("To"))
                .or(() -> field(mail, "To"))
                .flatMap(Addresses::first);
    }

    private static Optional<Headers> headers(Mail mail) {
        return mail.root().parts().stream()
                .flatMap(Part::all)
                .filter(part -> part.kind() == Part.Kind.MESSAGE)
                .flatMap(part -> part.parts().stream())
                .map(Part::headers)
                .findFirst();
    }

    /** A header of that mail that stands as text in a part of its own or below the report. */
    private static Optional<String> field(Mail mail, String name) {
        return mail.root()
                .all()
                .filter(part -> part.kind() == Part.Kind.LEAF)
                .filter(part -> part.type().is("text") || part.type().is("message") || part == mail.root())
                .map(part -> in(part, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> in(Part part, String name) {
        var lines = List.of(part.text(LONGEST_TEXT).split("\n"));
        for (int i = 0; i < lines.size(); i++) {
            var line = unquoted(lines.get(i));
            if (line.regionMatches(true, 0, name, 0, name.length()) && line.startsWith(":", name.length())) {
                var value = line.substring(name.length() + 1).strip();
                // A long id is folded to the next line.
                return Optional.of(
                        value.isEmpty() && i + 1 < lines.size()
                                ? lines.get(i + 1).strip()
                                : value);
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String line) {
        int at = 0;
        while (at < line.length() && at < 12 && "> |\t".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(at).strip();
    }

    static boolean has(Mail mail, String type) {
        return mail.root()
                .all()
                .anyMatch(part -> part.type().name().toLowerCase(Locale.ROOT).equals(type));
    }

    /** The text of the parts of a type, wherever they lie outside the returned mail. */
    static Optional<String> text(Mail mail, String type) {
        var texts = mail.root()
                .all()
                .filter(part -> part.type().name().equals(type))
                .map(part -> part.text(LONGEST_TEXT))
                .map(text -> text.replace("\r\n", "\n"))
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", texts));
    }
}
