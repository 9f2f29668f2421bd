package dev.frontdesk.app.whole;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Where mail goes in and out as in life: Postfix takes it and delivers it, Dovecot shows the desks' mailboxes. Everybody at
 * {@code people.example} has one, but for those whose names begin with {@code gone}.
 */
final class MailHost implements AutoCloseable {
    private static final String PEOPLE = "people";

    private final Path folder;
    private final Path mail;
    private final Postfix postfix;
    private final Dovecot dovecot;
    private final Map<String, Letter> read = new ConcurrentSkipListMap<>();

    /** A mail in somebody's box. */
    record Letter(String text) {

        /** A header's value, empty where there is none. */
        String header(String name) {
            return text.substring(0, Math.max(0, text.indexOf("\n\n")))
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        String to() {
            return header("Delivered-To");
        }

        String id() {
            return header("Message-ID");
        }
    }

    /** @param headers what becomes of headers on their way, as Postfix's regular expressions */
    MailHost(List<String> desks, String... headers) throws Exception {
        assumeTrue(
                Postfix.runsHere() && Dovecot.runsHere(),
                "needs postfix and dovecot-imapd, and to be root for Postfix's sake");
        folder = open(Files.createTempDirectory(Path.of("/tmp"), "frontdesk-mail"), "rwxr-xr-x");
        mail = open(Files.createDirectory(folder.resolve("mail")), "rwxrwxrwx");
        var mailboxes = new ArrayList<String>();
        for (String desk : desks) {
            mailboxes.add("/^" + desk.replace(".", "\\.").replace("@", "(\\+[^@]*)?@") + "$/ " + desk + "/");
        }
        mailboxes.add("if !/^gone/");
        mailboxes.add("/@people\\.example$/ " + PEOPLE + "/");
        mailboxes.add("endif");
        postfix = new Postfix(Files.createDirectory(folder.resolve("postfix")), mail, mailboxes, List.of(headers));
        dovecot = new Dovecot(Files.createDirectory(folder.resolve("dovecot")), mail);
    }

    /** To the servers' own users, too. */
    private static Path open(Path folder, String permissions) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    /** The channel of a desk that lives here. */
    String channel(String address, String... more) {
        return """
                mail {
                  type = email, address = "%1$s"
                  mailboxes = [ {
                    host = "127.0.0.1", port = %2$d, security = none, start = all
                    user = "%1$s", password = "%3$s", %5$s
                  } ]
                  smtp { host = "127.0.0.1", port = %4$d, security = none, per-minute = 100000, null-sender = false }
                }
                """.formatted(address, dovecot.port(), Dovecot.PASSWORD, postfix.port(), String.join(", ", more));
    }

    /** Hands a mail in, as another server or a mail program would; comes back when Postfix has taken it. */
    void brings(String envelopeFrom, String to, String letter) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), postfix.port());
                var in = socket.getInputStream();
                var out = socket.getOutputStream()) {
            answer(in);
            for (String command : List.of(
                    "HELO people.example",
                    "MAIL FROM:<" + envelopeFrom + ">",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    letter.replaceAll("\r?\n", "\r\n") + "\r\n.",
                    "QUIT")) {
                out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
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
            throw new IOException("Postfix said " + line);
        }
    }

    /** What people got. */
    List<Letter> people() throws IOException {
        return letters(PEOPLE + "/new");
    }

    /** What lies in a desk's mailbox, read by it or not. */
    List<Letter> desk(String address) throws IOException {
        return Stream.concat(letters(address + "/cur").stream(), letters(address + "/new").stream())
                .toList();
    }

    private List<Letter> letters(String box) throws IOException {
        Path files = mail.resolve(box);
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        var letters = new ArrayList<Letter>();
        try (var list = Files.list(files)) {
            for (Path file :
                    list.sorted(Comparator.comparing(Path::getFileName)).toList()) {
                Letter known = read.get(file.toString());
                if (known == null) {
                    known = new Letter(Files.readString(file, StandardCharsets.ISO_8859_1));
                    read.put(file.toString(), known);
                }
                letters.add(known);
            }
        } catch (NoSuchFileException e) {
            return letters(box); // Dovecot moved one meanwhile.
        }
        return letters;
    }

    @Override
    public void close() throws IOException {
        dovecot.close();
        postfix.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
