package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.HttpReply;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;

/** Gives a visitor the files of their own thread, by the place of the line. Nothing in them can run, whatever they call themselves. */
final class Files {

    /** An answer is held in memory as a whole. */
    static final int MOST = 10_000_000;

    private final History history;
    private final Attachments attachments;

    Files(History history, Attachments attachments) {
        this.history = history;
        this.attachments = attachments;
    }

    /** The n-th file of a line of this visitor's thread, from 0. */
    HttpReply of(String visitor, String position, String n) throws IOException {
        var file = stored(visitor, position, n);
        if (file.isEmpty() || file.get().size() > MOST) {
            return Replies.error(404, "no-file", "There is no such file in this thread.");
        }
        byte[] bytes;
        try (var in = attachments.open(file.get().sha256())) {
            bytes = in.readNBytes(MOST);
        } catch (NoSuchFileException e) {
            return Replies.error(410, "gone", "The file is no longer here.");
        }
        return new HttpReply.Full(
                200,
                Map.of(
                        "Content-Type", Picture.type(bytes).orElse("application/octet-stream"),
                        "Content-Disposition", "attachment",
                        "Content-Security-Policy", "sandbox; default-src 'none'",
                        "X-Content-Type-Options", "nosniff",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", "private, max-age=3600"),
                bytes);
    }

    private Optional<Content.Stored> stored(String visitor, String position, String n) {
        if (!isNumber(position) || !isNumber(n)) {
            return Optional.empty();
        }
        long at = Long.parseLong(position);
        return history.after(visitor, at - 1, 1).stream()
                .filter(line -> line.position() == at)
                .flatMap(line ->
                        line.content().files().stream().skip(Long.parseLong(n)).limit(1))
                .filter(Content.Stored.class::isInstance)
                .map(Content.Stored.class::cast)
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
