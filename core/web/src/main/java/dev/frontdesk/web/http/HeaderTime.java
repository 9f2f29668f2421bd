package dev.frontdesk.web.http;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a peer so long for its headers once it sent the request line; before that the idle limit of connections
 * holds.
 */
public final class HeaderTime implements Http1ConnectionListener {
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Deadlines deadlines;
    private final ConcurrentHashMap<ConnectionContext, Deadlines.Limit> reading = new ConcurrentHashMap<>();

    public HeaderTime(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        reading.put(connection, deadlines.within(TIME));
    }

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        var limit = reading.remove(connection);
        if (limit != null) {
            limit.close();
        }
    }
}
