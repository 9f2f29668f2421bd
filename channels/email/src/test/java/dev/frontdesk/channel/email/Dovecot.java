package dev.frontdesk.channel.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real Dovecot on loopback, with a folder of its own. */
final class Dovecot implements AutoCloseable {
    static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    static final String USER = "support";
    static final String PASSWORD = "dovecot-password";

    final int port;
    private final Path folder;
    private final Process process;

    Dovecot() throws Exception {
        folder = Files.createTempDirectory(Path.of("/tmp"), "dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var mail = Files.createDirectory(folder.resolve("mail"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path conf = folder.resolve("dovecot.conf");
        Files.writeString(conf, """
                protocols = imap
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                ssl = no
                disable_plaintext_auth = no
                listen = 127.0.0.1
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                mail_max_userip_connections = 100
                passdb {
                  driver = static
                  args = password=%3$s
                }
                userdb {
                  driver = static
                  args = uid=65534 gid=65534 home=%1$s/mail/%%u
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                """.formatted(folder, port, PASSWORD));
        process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        awaitPort();
    }

    private void awaitPort() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("dovecot did not start: " + Files.readString(folder.resolve("out")));
    }

    MailboxSettings mailbox(Duration poll) {
        return mailbox(poll, port, MailboxSettings.Start.ALL);
    }

    /** @param port of the server, or of what stands before it */
    MailboxSettings mailbox(Duration poll, int port, MailboxSettings.Start start) {
        return new MailboxSettings(
                MailboxSettings.Protocol.IMAP,
                "127.0.0.1",
                port,
                Security.NONE,
                USER,
                Optional.of(PostOffice.secret(PASSWORD)),
                Optional.empty(),
                Optional.empty(),
                "INBOX",
                poll,
                MailboxSettings.Afterwards.LEAVE,
                "Frontdesk",
                start);
    }

    /** Somebody else's connection, by which mails arrive. */
    Store connect() throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port, USER, PASSWORD);
        return store;
    }

    static void arrives(Store store, String id, String text) throws Exception {
        String mail =
                "Message-ID: <" + id + "@people.example>\r\nFrom: ann@people.example\r\nTo: support@desk.example\r\n"
                        + "Subject: Hello\r\n\r\n" + text + "\r\n";
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
        Folder inbox = store.getFolder("INBOX");
        message.setFlag(Flags.Flag.SEEN, false);
        inbox.appendMessages(new MimeMessage[] {message});
    }

    /** So many mails that have been here for years. */
    void filled(int mails) throws IOException {
        Path box = folder.resolve("mail").resolve(USER);
        for (String each : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(box.resolve(each));
        }
        byte[] mail = "From: ann@people.example\nSubject: Years ago\n\nHello\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < mails; i++) {
            Files.write(box.resolve("cur").resolve(1_500_000_000 + i + ".M1P1.host:2,S"), mail);
        }
        try (var all = Files.walk(box)) {
            var nobody = box.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setOwner(each, nobody);
            }
        }
    }

    /** All numbers of the folder become void, as after a restored backup. */
    void forgetNumbers() throws IOException {
        try (var files = Files.list(folder.resolve("mail").resolve(USER))) {
            for (Path file : files.filter(it -> it.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
