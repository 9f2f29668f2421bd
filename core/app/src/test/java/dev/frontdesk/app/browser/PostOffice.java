package dev.frontdesk.app.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A mail server on loopback, and a configuration that reads from it. */
final class PostOffice implements AutoCloseable {
    static final String DESK = "support@desk.example";
    private static final String PASSWORD = "a stamp on a letter";
    private static final String SHIPPED = "/dev/frontdesk/app/shipped/frontdesk.conf";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    PostOffice() {
        server.start();
        server.setUser(DESK, DESK, PASSWORD);
    }

    /** The shipped configuration with a mailbox in this office, where a demo finds it. */
    void configure(Path data) throws IOException {
        var file = data.resolve("config/frontdesk.conf");
        Files.createDirectories(file.getParent());
        try (InputStream shipped = PostOffice.class.getResourceAsStream(SHIPPED)) {
            Files.write(file, shipped.readAllBytes());
        }
        var account =
                "host = \"127.0.0.1\", security = none, user = \"%s\", password = \"%s\"".formatted(DESK, PASSWORD);
        Files.writeString(
                file,
                Files.readString(file)
                        + """

                        channels.mail {
                          enabled = true, address = "%s", name = "Acme", authserv-id = mx.desk.example
                          mailboxes = [ { %s, port = %d, poll = 1s } ]
                          smtp { %s, port = %d, null-sender = false }
                        }
                        """.formatted(
                                        DESK,
                                        account,
                                        server.getImap().getPort(),
                                        account,
                                        server.getSmtp().getPort()));
    }

    /** Brings a letter, headers and all, as another server would. */
    void brings(String from, String letter) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.getSmtp().getPort());
                var in = socket.getInputStream();
                var out = socket.getOutputStream()) {
            var commands = List.of(
                    "HELO here",
                    "MAIL FROM:<" + from + ">",
                    "RCPT TO:<" + DESK + ">",
                    "DATA",
                    letter + "\r\n.",
                    "QUIT");
            answer(in);
            for (var command : commands) {
                out.write((command.replaceAll("\r?\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                answer(in);
            }
        }
    }

    private static void answer(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        if (line.isEmpty() || line.charAt(0) > '3') {
            throw new IOException("the mail server said " + line);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
