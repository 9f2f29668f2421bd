package dev.frontdesk.engine.file;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is noted of the files of a message when the message is stored. */
public final class Filed {
    /** Where the provider does not say how long it keeps a file. */
    static final Duration TRIED_FOR = Duration.ofDays(7);

    private Filed() {}

    /** @param album see {@link Attachment#album()} */
    public static List<Attachment> of(Message message, String album, Ids ids) {
        var files = message.content().files();
        if (files.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Attachment>();
        for (Content.File file : files) {
            rows.add(row(message, rows.size(), album, file, ids.next()));
        }
        return List.copyOf(rows);
    }

    /** A line about a message where its files cannot be seen. */
    public static String words(Content content) {
        var files = content.files();
        if (files.isEmpty()) {
            return content.plainText();
        }
        String name = files.getFirst().name();
        return "\uD83D\uDCCE " + (name.isBlank() ? kind(content, 0) : name)
                + (files.size() > 1 ? " +" + (files.size() - 1) : "")
                + (content.plainText().isBlank() ? "" : " ") + content.plainText();
    }

    private static String kind(Content content, int n) {
        return switch (content) {
            case Content.Media media -> media.kind();
            case Content.Album album -> album.parts().get(n).kind();
            default -> content.files().get(n).mediaType().startsWith("image/") ? Content.IMAGE : Content.DOCUMENT;
        };
    }

    private static Attachment row(Message message, int n, String album, Content.File file, long id) {
        long expires = file instanceof Content.Remote remote
                ? remote.expires().map(Instant::toEpochMilli).orElse(message.at() + TRIED_FOR.toMillis())
                : 0;
        return new Attachment(
                id,
                message.id(),
                n,
                message.contact(),
                message.channel(),
                kind(message.content(), n),
                album,
                file,
                message.agent(),
                file instanceof Content.Stored ? State.STORED : State.WAITING,
                file instanceof Content.Stored ? 0 : message.at(),
                expires,
                0,
                "",
                message.at());
    }
}
