package dev.frontdesk.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What stands before a mail server that knows neither: TLS from the first byte or after STARTTLS, and accounts that prove themselves
 * by a token (XOAUTH2). By IMAP and SMTP.
 */
final class Gate implements AutoCloseable {
    /** How it is passed. */
    enum Manner {
        /** TLS from the first byte. */
        TLS,
        /** TLS after a greeting. */
        STARTTLS,
        /** An offer of TLS that is not kept. */
        BROKEN_OFFER,
        /** Nothing is offered. */
        PLAIN
    }

    private final ServerSocket listening;
    private final Manner manner;
    private final int server;
    private final SSLContext certificate;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String token = "";
    private volatile String signIn = "";

    Gate(Manner manner, int server, SSLContext certificate) throws IOException {
        this.manner = manner;
        this.server = server;
        this.certificate = certificate;
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** Who brings this token is signed in by that password. */
    Gate token(String user, String token, String password) {
        this.token = "user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001";
        this.signIn = "LOGIN \"" + user + "\" \"" + password + "\"";
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The commands as they came, with and without protection. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> {
                    try (client;
                            var behind = new Socket("127.0.0.1", server)) {
                        serve(client, behind);
                    } catch (IOException e) {
                        // One of them went away, or the client believed nothing.
                    }
                });
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket client, Socket behind) throws IOException {
        var line = manner == Manner.TLS ? protect(client) : client;
        new Relay(line, behind, manner == Manner.STARTTLS || manner == Manner.BROKEN_OFFER).run();
    }

    private SSLSocket protect(Socket client) throws IOException {
        var line = (SSLSocket) certificate
                .getSocketFactory()
                .createSocket(client, client.getInetAddress().getHostAddress(), client.getPort(), true);
        line.setUseClientMode(false);
        line.startHandshake();
        return line;
    }

    /** Carries lines there and back until one side goes. */
    private final class Relay {
        private final Socket behind;
        private volatile Socket client;
        private volatile boolean offers;
        private volatile boolean greeted;

        Relay(Socket client, Socket behind, boolean offers) {
            this.client = client;
            this.behind = behind;
            this.offers = offers;
        }

        void run() throws IOException {
            Thread.ofVirtual().start(this::answers);
            InputStream in = client.getInputStream();
            for (String command = line(in); !command.isEmpty(); command = line(in)) {
                heard.add(command.strip());
                String[] words = command.strip().split(" ");
                if (offers && command.strip().endsWith("STARTTLS")) {
                    say(words[0].equals("STARTTLS") ? "220 go on\r\n" : words[0] + " OK go on\r\n");
                    if (manner == Manner.BROKEN_OFFER) {
                        say("* what I am after is your password\r\n");
                        return;
                    }
                    offers = false;
                    client = protect(client);
                    in = client.getInputStream();
                } else if (command.contains(" XOAUTH2 ")) {
                    signsIn(words);
                } else {
                    greeted |= words[0].equals("EHLO");
                    pass(command);
                }
            }
        }

        private void signsIn(String[] words) throws IOException {
            var shown = Base64.getDecoder().decode(words[words.length - 1]);
            boolean known = new String(shown, StandardCharsets.UTF_8).equals(token);
            if (words[0].equals("AUTH")) {
                say(known ? "235 welcome\r\n" : "535 no such token\r\n");
            } else if (known) {
                pass(words[0] + " " + signIn + "\r\n");
            } else {
                say(words[0] + " NO [AUTHENTICATIONFAILED] no such token\r\n");
            }
        }

        private void pass(String command) throws IOException {
            behind.getOutputStream().write(command.getBytes(StandardCharsets.ISO_8859_1));
            behind.getOutputStream().flush();
        }

        private void answers() {
            try {
                InputStream in = behind.getInputStream();
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    say(told(line));
                }
                client.close();
            } catch (IOException e) {
                // The other side is done.
            }
        }

        /** With what is offered here. */
        private String told(String line) {
            String more = (offers ? " STARTTLS" : "") + (token.isEmpty() ? "" : " SASL-IR AUTH=XOAUTH2");
            if (line.startsWith("* CAPABILITY")) {
                return line.stripTrailing() + more + "\r\n";
            }
            if (greeted && line.startsWith("250")) {
                greeted = false;
                return "250-gate\r\n" + (offers ? "250-STARTTLS\r\n" : "")
                        + (token.isEmpty() ? "" : "250-AUTH XOAUTH2\r\n") + line;
            }
            return line;
        }

        private synchronized void say(String line) throws IOException {
            client.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }
    }

    /** With its end; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                break;
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
