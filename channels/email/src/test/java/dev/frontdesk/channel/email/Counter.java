package dev.frontdesk.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test wants: by the beginning of a command, or of the whole mail by {@code .}. */
final class Counter implements AutoCloseable {
    /** Ends the connection in place of an answer. */
    static final String HANG_UP = "";

    private final ServerSocket listening;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Counter() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    Counter answers(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** The commands, and the lines of the mails. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        talk(socket);
                    } catch (IOException e) {
                        // The client went away.
                    }
                });
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 counter");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (data && !line.equals(".")) {
                continue;
            }
            data = false;
            String answer = answer(line);
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(socket, answer);
            data = line.startsWith("DATA") && answer.startsWith("354");
        }
    }

    private String answer(String line) {
        for (var it : answers.entrySet()) {
            if (line.startsWith(it.getKey())) {
                return it.getValue();
            }
        }
        return line.startsWith("DATA") ? "354 go on" : line.startsWith("EHLO") ? "250 counter" : "250 ok";
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
