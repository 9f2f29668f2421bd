package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.HttpReply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The reader of a stream of server-sent events: keeps what came. Safe for use by many threads. */
public final class EventLog implements HttpReply.EventSink {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean gone;

    /** A reader that has seen nothing yet. */
    public EventLog() {}

    @Override
    public void send(String id, String name, String data) throws IOException {
        if (gone) {
            throw new IOException("the reader is gone");
        }
        sent.add(new Sent(id, name, data));
    }

    /** The reader hangs up: the next event fails. */
    public void hangUp() {
        gone = true;
    }

    /** All events so far. */
    public List<Sent> events() {
        return List.copyOf(sent);
    }

    /** The events of one name so far. */
    public List<Sent> events(String name) {
        return sent.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Waits until there are so many events of a name; fails the test after ten seconds. Returns them all. */
    public List<Sent> await(String name, int count) {
        Await.until(
                count + " events '" + name + "'",
                Duration.ofSeconds(10),
                () -> events(name).size() >= count);
        return events(name);
    }

    /** One event. */
    public record Sent(String id, String name, String data) {}
}
