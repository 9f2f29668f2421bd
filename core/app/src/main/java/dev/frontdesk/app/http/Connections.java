package dev.frontdesk.app.http;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** All open connections, and which of them are idle. Safe for use by many threads. */
final class Connections implements AutoCloseable {
    /** Below the five seconds after which common servers close: the less often a request crosses with that, the better. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final int MOST_IDLE = 256;

    private final Supplier<SSLSocketFactory> tls;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<Place, Deque<Idle>> idle = new HashMap<>();
    private boolean sweeping;
    private volatile boolean closed;

    private record Idle(Connection connection, long since) {
        boolean tooLong() {
            return System.nanoTime() - since > IDLE_NANOS;
        }
    }

    Connections(Supplier<SSLSocketFactory> tls) {
        this.tls = tls;
    }

    /** An idle connection that is still good and leads to one of these addresses. */
    Optional<Connection> idle(Place place, List<InetAddress> addresses) {
        for (var found = poll(place); found.isPresent(); found = poll(place)) {
            var connection = found.get().connection();
            if (!found.get().tooLong() && addresses.contains(connection.address()) && connection.isQuiet()) {
                return Optional.of(connection);
            }
            drop(connection);
        }
        return Optional.empty();
    }

    private synchronized Optional<Idle> poll(Place place) {
        var here = idle.get(place);
        return here == null ? Optional.empty() : Optional.ofNullable(here.pollFirst());
    }

    /** A new connection to the first of these addresses that lets us in. */
    Connection open(Place place, List<InetAddress> addresses, Deadline deadline) throws NotSent {
        var failure = new IOException("no address");
        for (var address : addresses) {
            try {
                var connection = Connection.open(place, address, tls, deadline);
                open.add(connection);
                if (closed) {
                    drop(connection);
                    throw new IOException("the client is closed");
                }
                return connection;
            } catch (IOException e) {
                failure = e;
            } catch (IllegalArgumentException e) {
                failure = new IOException("not a name: " + e.getMessage(), e);
            }
        }
        throw new NotSent(place.host() + " cannot be reached: " + words(failure), failure);
    }

    private static String words(IOException failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    /** Takes back what another call may use. */
    void keep(Place place, Connection connection) {
        if (!kept(place, new Idle(connection, System.nanoTime()))) {
            drop(connection);
        }
    }

    private synchronized boolean kept(Place place, Idle one) {
        var here = idle.computeIfAbsent(place, _ -> new ArrayDeque<>());
        if (closed || here.size() >= MOST_IDLE) {
            return false;
        }
        here.addFirst(one);
        if (!sweeping) {
            sweeping = true;
            ForkJoinPool.commonPool().schedule(this::sweep, IDLE_NANOS, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    private synchronized void sweep() {
        for (var here : idle.values()) {
            while (!here.isEmpty() && here.peekLast().tooLong()) {
                drop(here.removeLast().connection());
            }
        }
        idle.values().removeIf(Deque::isEmpty);
        sweeping = !idle.isEmpty();
        if (sweeping) {
            ForkJoinPool.commonPool().schedule(this::sweep, IDLE_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    void drop(Connection connection) {
        open.remove(connection);
        connection.abort();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(this::drop);
    }
}
