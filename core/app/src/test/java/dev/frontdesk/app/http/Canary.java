package dev.frontdesk.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A server on loopback that writes down who came and answers as it is told; an empty answer closes the connection. */
final class Canary implements AutoCloseable {
    private static final String END = "\u0004";

    private final ServerSocket socket;
    private final Function<String, String> answers;
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final Semaphore ended = new Semaphore(0);

    /** @param answers from a request's head to a whole response */
    Canary(Function<String, String> answers) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), answers);
    }

    Canary(ServerSocket socket, Function<String, String> answers) {
        this.socket = socket;
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    static String response(String statusLine, String headers, String body) {
        return "HTTP/1.1 " + statusLine + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String redirect(int status, String to) {
        return response(status + " Moved", "Location: " + to + "\r\n", "");
    }

    /** After this answer the connection is closed, although the answer does not say so. */
    static String last(String response) {
        return response + END;
    }

    int connections() {
        return open.size();
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String host) {
        return "http://" + host + ":" + port();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        answer(client);
        ended.release();
    }

    private void answer(Socket client) {
        try (client) {
            for (var head = head(client.getInputStream()); !head.isEmpty(); head = head(client.getInputStream())) {
                requests.add(head);
                var answer = answers.apply(head);
                if (answer.isEmpty()) {
                    return;
                }
                boolean last = answer.endsWith(END);
                var sent = last ? answer.substring(0, answer.length() - END.length()) : answer;
                client.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
                if (last) {
                    return;
                }
            }
        } catch (IOException e) {
            // the peer is gone
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var length = text.replaceFirst("(?is).*content-length: (\\d+).*", "$1");
        if (!length.equals(text)) {
            in.readNBytes(Integer.parseInt(length));
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) {
            client.close();
        }
    }
}
