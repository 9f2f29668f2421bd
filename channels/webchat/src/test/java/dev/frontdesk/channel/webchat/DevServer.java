package dev.frontdesk.channel.webchat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Serves the chat with a talkative bot behind it, for looking at the pages: run {@code main} and open what it prints. */
final class DevServer {

    private final FakeChannelContext context = new FakeChannelContext("site");
    private final WebChat chat = new WebChat(Some.settings(), context);

    public static void main(String[] arguments) throws IOException {
        var port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        new DevServer().start(port);
        System.out.println("http://127.0.0.1:" + port + "/channels/site/demo");
    }

    private void start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/channels/site/", this::serve);
        server.start();
        Thread.startVirtualThread(this::answer);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            context.clock().set(Instant.now());
            var path = exchange.getRequestURI().getPath().substring("/channels/site/".length());
            var call = FakeCall.of(exchange.getRequestMethod(), path)
                    .body(exchange.getRequestBody().readAllBytes())
                    .from("127.0.0.1");
            for (var header : exchange.getRequestHeaders().entrySet()) {
                for (var value : header.getValue()) {
                    call = call.header(header.getKey(), value);
                }
            }
            var query = exchange.getRequestURI().getRawQuery();
            if (query != null && query.startsWith("after=")) {
                call = call.query("after", URLDecoder.decode(query.substring(6), StandardCharsets.UTF_8));
            }
            reply(exchange, Endpoints.call(chat, call));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, HttpReply reply) throws IOException, InterruptedException {
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        switch (reply) {
            case HttpReply.Full full -> {
                exchange.sendResponseHeaders(full.status(), full.body().length == 0 ? -1 : full.body().length);
                exchange.getResponseBody().write(full.body());
            }
            case HttpReply.Events events -> {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                var out = exchange.getResponseBody();
                events.writer().write((id, name, data) -> event(out, id, name, data));
            }
        }
    }

    private static void event(OutputStream out, String id, String name, String data) throws IOException {
        var head = (id.isEmpty() ? "" : "id: " + id + "\n") + (name.isEmpty() ? "" : "event: " + name + "\n");
        out.write((head + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Answers each message after a little typing. */
    private void answer() {
        for (var seen = 0; ; seen++) {
            var count = seen + 1;
            while (context.intake().messages().size() < count) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            var message = context.intake().messages().get(seen);
            var visitor = message.from().identity();
            chat.typing(Address.of(visitor));
            LockSupport.parkNanos(Duration.ofMillis(900).toNanos());
            context.clock().set(Instant.now());
            if (message.content() instanceof Content.Picked) {
                context.history()
                        .bot(visitor, Content.text("Один момент, зову коллегу. One moment, I am getting a colleague."));
                context.history()
                        .agent(
                                visitor,
                                "Ксения Воронцова-Дашкова",
                                "Hello, this is Ksenia. The order is on its way: https://example.org/track?id=4512.");
            } else {
                var options = List.of(
                        new Content.Option("t0", "Where is my order?"),
                        new Content.Option("t1", "Возврат и обмен"),
                        new Content.Option("t2", "Something else"));
                context.history().bot(visitor, new Content.Choice("Hello! How can we help?", options));
            }
        }
    }
}
