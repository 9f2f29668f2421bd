package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
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

/** The HTTP server in front of it all, with its faults. Safe for use by many threads. */
final class Front implements AutoCloseable {
    private final String token;
    private final BotApi api;
    private final FileStore files;
    private final Faults faults;
    private final Phone phone;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;

    Front(String token, BotApi api, FileStore files, Faults faults, Phone phone) {
        this.token = token;
        this.api = api;
        this.files = files;
        this.faults = faults;
        this.phone = phone;
    }

    void open(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            started.setExecutor(threads);
            started.createContext("/", this::serve);
            started.start();
            server = started;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot serve on port " + port, taken);
        }
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("start() comes first");
        }
        return server.getAddress().getPort();
    }

    /** One call; whatever happens to its connection is nobody's concern but the client's. */
    private void serve(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        try {
            if (phone.serve(call)) {
                return;
            }
            if (path.startsWith("/file/bot")) {
                file(call, path, "/file/bot" + token + "/");
                return;
            }
            var params = Params.of(call);
            var prefix = "/bot" + token + "/";
            if (!path.startsWith(prefix)) {
                throw path.startsWith("/bot") ? new Refusal(401, "Unauthorized") : new Refusal(404, "Not Found");
            }
            var method = path.substring(prefix.length());
            answer(
                    call,
                    "application/json",
                    faults.take(method),
                    () -> api.answer(method, params).getBytes(UTF_8));
        } catch (Refusal refused) {
            reply(call, refused.code(), "application/json", refused.json().getBytes(UTF_8));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private void file(HttpExchange call, String path, String prefix) throws IOException, InterruptedException, Refusal {
        var kept = path.startsWith(prefix)
                ? files.byPath(path.substring(prefix.length()))
                : Optional.<FileStore.Kept>empty();
        var bytes = kept.orElseThrow(() -> new Refusal(404, "Not Found")).bytes();
        answer(call, "application/octet-stream", faults.take("file"), () -> bytes);
    }

    private interface Effect {
        byte[] happens() throws InterruptedException, Refusal;
    }

    private void answer(HttpExchange call, String type, Optional<Fault> fault, Effect effect)
            throws IOException, InterruptedException, Refusal {
        if (fault.isEmpty()) {
            reply(call, 200, type, effect.happens());
            return;
        }
        switch (fault.get()) {
            case Fault.Answer(var status, var body) -> reply(call, status, "application/json", body.getBytes(UTF_8));
            case Fault.HangUpBefore() -> {}
            case Fault.HangUpAfter() -> effect.happens();
            case Fault.Truncated() -> {
                var body = effect.happens();
                call.sendResponseHeaders(200, body.length);
                call.getResponseBody().write(body, 0, body.length / 2);
                call.getResponseBody().flush();
            }
            case Fault.Slow(var by) -> {
                var body = effect.happens();
                Thread.sleep(by);
                reply(call, 200, type, body);
            }
            case Fault.Silent() -> Thread.sleep(Duration.ofDays(1));
        }
    }

    private static void reply(HttpExchange call, int status, String type, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    void hangUp() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
    }
}
