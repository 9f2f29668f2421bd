package dev.frontdesk.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server on loopback whose calls go wrong as they are told to, on the wire, too. Safe for use by many threads. */
public final class FaultyServer implements AutoCloseable {

    /** What a call is named in the {@link Faults}. */
    public interface Naming {
        /**
         * The name of a call.
         *
         * @param method {@code GET}, {@code POST}
         * @param path without a query
         */
        String of(String method, String path);
    }

    /** What a call answers when all goes well. */
    public record Reply(String mediaType, byte[] body) {}

    /** What a call does when all goes well. */
    public interface Effect<X extends Exception> {
        /** Does it. */
        Reply happens() throws InterruptedException, X;
    }

    private final Faults faults;
    private final Naming naming;
    private final HttpHandler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;
    private @Nullable Wires wires;

    /** Serves nothing before {@link #open}. */
    public FaultyServer(Faults faults, Naming naming, HttpHandler handler) {
        this.faults = faults;
        this.naming = naming;
        this.handler = handler;
    }

    /** Serves on this port of loopback; 0 for any. */
    public synchronized void open(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
            started.setExecutor(threads);
            started.createContext("/", handler);
            started.start();
            server = started;
            wires = new Wires(port, started.getAddress().getPort(), this::cuts);
        } catch (IOException taken) {
            hangUp();
            throw new UncheckedIOException("cannot serve on port " + port, taken);
        }
    }

    private boolean cuts(String requestLine) {
        var words = requestLine.split(" ", 3);
        return words.length == 3
                && words[1].startsWith("/")
                && faults.cuts(naming.of(words[0], words[1].replaceFirst("\\?.*", "")));
    }

    /** Where it serves. */
    public synchronized int port() {
        if (wires == null) {
            throw new IllegalStateException("start() comes first");
        }
        return wires.port();
    }

    /** Answers a call, or not, as the fault says. */
    public static <X extends Exception> void answer(HttpExchange call, Optional<Fault> fault, Effect<X> effect)
            throws IOException, InterruptedException, X {
        if (fault.isEmpty()) {
            reply(call, 200, effect.happens());
            return;
        }
        switch (fault.get()) {
            case Fault.Answer(var status, var body) ->
                reply(call, status, new Reply("application/json", body.getBytes(UTF_8)));
            case Fault.HangUpBefore() -> {}
            case Fault.HangUpAfter() -> effect.happens();
            case Fault.Truncated() -> {
                var body = effect.happens().body();
                call.sendResponseHeaders(200, body.length);
                call.getResponseBody().write(body, 0, body.length / 2);
                call.getResponseBody().flush();
            }
            case Fault.Empty() -> {
                effect.happens();
                call.sendResponseHeaders(200, -1);
            }
            case Fault.Slow(var by) -> {
                var reply = effect.happens();
                Thread.sleep(by);
                reply(call, 200, reply);
            }
            case Fault.Silent() -> Thread.sleep(Duration.ofDays(1));
            case Fault.Stale() -> throw new IllegalStateException("the connection ends before anybody reads the call");
        }
    }

    /** Answers a call. */
    public static void reply(HttpExchange call, int status, Reply reply) throws IOException {
        call.getResponseHeaders().add("Content-Type", reply.mediaType());
        call.sendResponseHeaders(status, reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            call.getResponseBody().write(reply.body());
        }
    }

    /** Ends the connections on which nothing is asked right now, as servers do after some seconds. */
    public synchronized void endKept() {
        if (wires != null) {
            wires.endKept();
        }
    }

    /** Breaks all connections and takes no more; {@link #open} goes on. */
    public synchronized void hangUp() {
        if (wires != null) {
            wires.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    /** Ends everything that waits on it. */
    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
    }
}
