package dev.frontdesk.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Server-sent events to one peer. A write that a peer does not take for too long ends the connection, so that a slow
 * reader holds neither a thread nor memory. Belongs to one thread.
 */
public final class EventStream implements AutoCloseable {
    private static final Duration WRITE_TIME = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofDays(365);

    private final OutputStream out;
    private final Deadlines deadlines;
    private final Deadlines.Limit life;

    EventStream(OutputStream out, Deadlines deadlines) {
        this.out = out;
        this.deadlines = deadlines;
        this.life = deadlines.within(LIFE);
    }

    /** Sends one event; an empty id or name is left out, and data that is empty too makes it a bare position. */
    public void send(String id, String name, String data) throws IOException {
        var event = new StringBuilder(data.length() + 64);
        if (!id.isEmpty()) {
            event.append("id: ").append(oneLine(id)).append('\n');
        }
        if (!name.isEmpty()) {
            event.append("event: ").append(oneLine(name)).append('\n');
        }
        if (!data.isEmpty()) {
            data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        }
        write(event.append('\n').toString());
    }

    /** Sends what no reader sees: it opens the stream at once. */
    public void comment() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        try (var _ = deadlines.within(WRITE_TIME)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (RuntimeException e) {
            throw new IOException("the peer is gone", e);
        }
        if (life.over()) {
            throw new IOException("the server stops");
        }
    }

    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }

    @Override
    public void close() throws IOException {
        life.close();
        try {
            out.close();
        } catch (RuntimeException e) {
            throw new IOException("the peer is gone", e);
        }
    }
}
