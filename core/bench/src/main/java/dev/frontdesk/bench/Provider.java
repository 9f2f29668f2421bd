package dev.frontdesk.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/** The provider at the other end of the hook channel: takes every message and hands it to whoever waits for that contact's. */
final class Provider implements AutoCloseable {
    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /** @param at from {@link System#nanoTime()}, when it came */
    record Heard(String id, String text, long at) {}

    private final ServerSocket server;
    private final Map<String, LinkedBlockingQueue<Heard>> inboxes = new ConcurrentHashMap<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final LongAdder repeated = new LongAdder();

    Provider() throws IOException {
        server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("provider").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    LinkedBlockingQueue<Heard> inbox(String contact) {
        return inboxes.computeIfAbsent(contact, _ -> new LinkedBlockingQueue<>());
    }

    void forget(String contact) {
        inboxes.remove(contact);
    }

    long messages() {
        return ids.size();
    }

    long repeated() {
        return repeated.sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("provider-connection").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 8 * 1024);
            var out = socket.getOutputStream();
            while (true) {
                String request = Http.line(in);
                byte[] body = Http.body(in);
                long at = System.nanoTime();
                out.write(OK);
                out.flush();
                var heard = new Heard(query(request, "id="), new String(body, StandardCharsets.UTF_8), at);
                if (ids.add(heard.id())) {
                    inbox(query(request, "to=")).add(heard);
                } else {
                    repeated.increment();
                }
            }
        } catch (IOException closed) {
            // The product closed an idle connection.
        }
    }

    /** Ids of the bench need no decoding. */
    private static String query(String requestLine, String name) {
        int from = requestLine.indexOf(name) + name.length();
        int end = from;
        while (end < requestLine.length() && requestLine.charAt(end) != '&' && requestLine.charAt(end) != ' ') {
            end++;
        }
        return requestLine.substring(from, end);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
