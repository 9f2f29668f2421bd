package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.HttpReply;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows a visitor their thread: live as a stream, or in pieces for those whose network holds streams back. Both read the
 * history after a position, so it makes no difference which node answers, or how often the connection breaks.
 */
final class Following {

    private static final int PAGE = 100;
    private static final Duration PING = Duration.ofSeconds(10);
    private static final Map<String, String> HEADERS =
            Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no", "X-Content-Type-Options", "nosniff");

    private final History history;
    private final Streams streams;

    Following(History history, Streams streams) {
        this.history = history;
        this.streams = streams;
    }

    /** The lines after a position, as many as fit on a page. */
    HttpReply page(String visitor, String after) {
        var asked = position(after);
        var reset = isUnknown(visitor, asked);
        var lines = history.after(visitor, reset ? 0 : asked, PAGE);
        var answer = new HashMap<String, Object>();
        answer.put("lines", lines.stream().map(Shown::of).toList());
        answer.put("more", lines.size() == PAGE);
        answer.put("reset", reset);
        return Replies.json(answer);
    }

    /** The lines after a position, and then each new one when it comes; 503 when the node has enough streams. */
    HttpReply stream(String visitor, String after) {
        if (streams.full(visitor)) {
            return Replies.error(
                    503, "no-stream", "Too many live connections; poll instead.", Map.of("Retry-After", "30"));
        }
        return new HttpReply.Events(
                HEADERS, sink -> streams.run(visitor, sink, open -> follow(visitor, position(after), open)));
    }

    private void follow(String visitor, long asked, Streams.Open stream) throws IOException, InterruptedException {
        // The first byte goes out at once: a widget that waits in vain knows that something holds the stream back.
        stream.send("", "open", "{}");
        var position = asked;
        if (isUnknown(visitor, asked)) {
            stream.send("", "reset", "{}");
            position = 0;
        }
        while (!streams.closed()) {
            var lines = history.after(visitor, position, PAGE);
            for (var line : lines) {
                stream.send(Long.toString(line.position()), "line", Json.text(Shown.of(line)));
                position = line.position();
            }
            if (lines.isEmpty() && !history.await(visitor, position, PING)) {
                stream.send("", "ping", "{}");
            }
        }
    }

    /** A position this thread never had, from another store or made up: to go on from it would skip lines for ever. */
    private boolean isUnknown(String visitor, long position) {
        return position > 0
                && history.after(visitor, position - 1, 1).stream().noneMatch(line -> line.position() == position);
    }

    private static long position(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
